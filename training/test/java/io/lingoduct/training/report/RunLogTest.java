package io.lingoduct.training.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.training.files.UnusableFileException;
import io.lingoduct.training.report.RunEvent.Alignment;
import io.lingoduct.training.report.RunEvent.Alignments;
import io.lingoduct.training.report.RunEvent.EpochEnd;
import io.lingoduct.training.report.RunEvent.Note;
import io.lingoduct.training.report.RunEvent.Resumed;
import io.lingoduct.training.report.RunEvent.Sample;
import io.lingoduct.training.report.RunEvent.Samples;
import io.lingoduct.training.report.RunEvent.Updates;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunLogTest {

    private static final List<RunEvent> ONE_OF_EACH = List.of(
            new Updates(100, 1, 5.25, 1e-4, Double.NaN, 2400.5, 12),
            new EpochEnd(1, 120, 4.5, Double.POSITIVE_INFINITY, 12.5, 2300, 60, true),
            new Samples(1, 120, List.of(new Sample("a \"b\"\n", "ä\u2028", "\ud83d\ude00"))),
            new Alignments(
                    1, 120, List.of(new Alignment(List.of("a", "b"), List.of("c"), List.of(List.of(0.25f, 0.75f))))),
            new Resumed(120),
            new Note(120, "resumed"));

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve(RunLog.FILE_NAME);
    }

    private void append(List<RunEvent> events) throws IOException {
        try (var log = RunLog.open(file())) {
            for (var event : events) {
                log.append(event);
            }
        }
    }

    @Test
    void shouldReadBackWhatWasWritten() throws IOException {
        append(ONE_OF_EACH);

        assertThat(RunLog.read(file())).isEqualTo(ONE_OF_EACH);
    }

    @Test
    void shouldNameKeysInSnakeCaseAndTheEventFirst() throws IOException {
        append(List.of(new Updates(100, 1, 5.25, 1e-4, 2, 2400.5, 12)));

        assertThat(Files.readString(file()))
                .isEqualTo("{\"event\":\"updates\",\"update\":100,\"epoch\":1,\"loss\":5.25,\"learning_rate\":1.0E-4,"
                        + "\"gradient_norm\":2.0,\"tokens_per_second\":2400.5,\"seconds\":12.0}\n");
    }

    @Test
    void shouldHaveWrittenAnEventWhenAppendReturns() throws IOException {
        try (var log = RunLog.open(file())) {
            log.append(new Note(1, "first"));

            assertThat(RunLog.read(file())).containsExactly(new Note(1, "first"));
        }
    }

    @Test
    void shouldIgnoreALastLineCutShort() throws IOException {
        append(ONE_OF_EACH);
        var whole = Files.size(file());
        append(List.of(new Note(130, "the end of this is lost: ä")));

        for (long size = Files.size(file()) - 1; size >= whole; size--) {
            try (var channel = Files.newByteChannel(file(), StandardOpenOption.WRITE)) {
                channel.truncate(size);
            }
            assertThat(RunLog.read(file())).as("at %d bytes", size).isEqualTo(ONE_OF_EACH);
        }
    }

    @Test
    void shouldGoOnBehindTheLastWholeLine() throws IOException {
        append(ONE_OF_EACH);
        Files.writeString(file(), "{\"event\":\"note\",\"upd", StandardOpenOption.APPEND);

        append(List.of(new Note(121, "next")));

        assertThat(RunLog.read(file())).hasSize(ONE_OF_EACH.size() + 1).endsWith(new Note(121, "next"));
    }

    @Test
    void shouldNameTheLineThatIsNoEvent() throws IOException {
        Files.writeString(file(), "{\"event\":\"note\",\"update\":1,\"text\":\"x\"}\n{\"event\":\"nonsense\"}\n");

        assertThatThrownBy(() -> RunLog.read(file()))
                .isInstanceOf(UnusableFileException.class)
                .hasMessageContaining("metrics.jsonl: line 2 is no event of a run")
                .hasMessageContaining("nonsense");
    }

    @Test
    void shouldRefuseWeightsOfAnotherShape() {
        assertThatThrownBy(() -> new Alignment(List.of("a", "b"), List.of("c"), List.of(List.of(1f))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("1 target × 2 source");
    }
}
