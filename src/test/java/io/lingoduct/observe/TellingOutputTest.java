package io.lingoduct.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class TellingOutputTest {

    @Test
    void shouldTellWhatAPrintStreamSwallows() {
        var out = new TellingOutput(failing("No space left on device"));
        new PrintStream(out, true, StandardCharsets.UTF_8).println("a letter");

        assertThatThrownBy(out::check).isInstanceOf(IOException.class).hasMessage("No space left on device");
    }

    @Test
    void shouldBeQuietWhereTheReaderHasSeenEnough() {
        var out = new TellingOutput(failing("Broken pipe"));
        new PrintStream(out, true, StandardCharsets.UTF_8).println("a letter");

        assertThatCode(out::check).doesNotThrowAnyException();
    }

    @Test
    void shouldPassOnWhatIsWritten() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var out = new TellingOutput(bytes)) {
            out.write('a');
            out.write("bc".getBytes(StandardCharsets.UTF_8));
            out.check();
        }

        assertThat(bytes).hasToString("abc");
    }

    private static OutputStream failing(String reason) {
        return new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        };
    }
}
