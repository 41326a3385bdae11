package io.lingoduct.text.lines;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class LineReaderTest {

    @Test
    void shouldEndLinesAtLineFeedsOnly() throws IOException {
        assertThat(lines("one\r\ntw\ro\u2028\u2029\u0085\u000B\f\n\nthree\n"))
                .containsExactly("one\r", "tw\ro\u2028\u2029\u0085\u000B\f", "", "three");
    }

    @Test
    void shouldReadALastLineWithoutALineFeed() throws IOException {
        assertThat(lines("one\ntwo")).containsExactly("one", "two");
    }

    @Test
    void shouldReadNoLineOutOfNothing() throws IOException {
        assertThat(lines("")).isEmpty();
    }

    @Test
    void shouldLeaveOutAByteOrderMarkAtTheBeginningOnly() throws IOException {
        assertThat(lines("\uFEFFone\n\uFEFFtwo\n")).containsExactly("one", "\uFEFFtwo");
    }

    @Test
    void shouldReadLinesLongerThanItsBuffer() throws IOException {
        var longLine = "ü€😀x".repeat(100_000);
        assertThat(lines(longLine + "\nshort\n" + longLine)).containsExactly(longLine, "short", longLine);
    }

    @Test
    void shouldReplaceWhatIsMalformedAndCountItsLines() throws IOException {
        var reader = new LineReader(
                new ByteArrayInputStream(new byte[] {'a', (byte) 0xC3, '\n', 'b', '\n', (byte) 0xFF, (byte) 0xFF}));
        assertThat(reader.readLine()).isEqualTo("a\uFFFD");
        assertThat(reader.readLine()).isEqualTo("b");
        assertThat(reader.malformedLines()).isEqualTo(1);
        assertThat(reader.readLine()).isEqualTo("\uFFFD\uFFFD");
        assertThat(reader.readLine()).isNull();
        assertThat(reader.malformedLines()).isEqualTo(2);
    }

    @Test
    void shouldAnswerALineBeforeTheNextHasCome() throws IOException {
        var reader = new LineReader(new InputStream() {

            private boolean given;

            @Override
            public int read() {
                throw new AssertionError("nobody reads byte by byte");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                assertThat(given).as("read on although a line is there").isFalse();
                given = true;
                bytes[offset] = 'a';
                bytes[offset + 1] = '\n';
                return 2;
            }
        });
        assertThat(reader.readLine()).isEqualTo("a");
    }

    @Property(seed = "20261129")
    void shouldReadTheSameHoweverTheBytesComeIn(
            @ForAll List<String> texts, @ForAll @IntRange(min = 1, max = 9) int step) throws IOException {
        var lines = texts.stream()
                .map(text -> "|" + new String(text.getBytes(UTF_8), UTF_8).replace("\n", " "))
                .toList();
        var bytes = new ByteArrayInputStream(String.join("\n", lines).getBytes(UTF_8));

        var read = all(new LineReader(new InputStream() {

            @Override
            public int read() {
                return bytes.read();
            }

            @Override
            public int read(byte[] buffer, int offset, int length) {
                return bytes.read(buffer, offset, Math.min(step, length));
            }
        }));

        assertThat(read).isEqualTo(lines);
    }

    private static List<String> lines(String text) throws IOException {
        return all(new LineReader(new ByteArrayInputStream(text.getBytes(UTF_8))));
    }

    private static List<String> all(LineReader reader) throws IOException {
        var lines = new ArrayList<String>();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
        }
        return lines;
    }
}
