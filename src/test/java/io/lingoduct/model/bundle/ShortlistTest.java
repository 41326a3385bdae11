package io.lingoduct.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ShortlistTest {

    /** Four source ids, of which 0 leads to nothing of its own; 200 target ids. */
    private static final Shortlist SHORTLIST = Shortlist.of(
            200, new int[] {2, 64}, List.of(new int[0], new int[] {5, 199}, new int[] {5, 63, 64}, new int[] {0}));

    @TempDir
    Path folder;

    @Test
    void shouldUniteWhatTheRowsMaySay() {
        var candidates = SHORTLIST.forBatch(List.of(new long[] {1, 0}, new long[] {2, 2, 0}));

        assertThat(candidates.ids()).containsExactly(2, 5, 63, 64, 199);
        assertThat(candidates.mask())
                .containsExactly(
                        true, true, false, true, true, //
                        true, true, true, true, false);
    }

    @Test
    void shouldLetAnyRowSayTheFrequentIds() {
        var candidates = SHORTLIST.forBatch(List.of(new long[0], new long[] {0}));

        assertThat(candidates.ids()).containsExactly(2, 64);
        assertThat(candidates.mask()).containsExactly(true, true, true, true);
    }

    @Test
    void shouldNotCountOnCandidatesOfBatchMatesToFillABeam() {
        assertThat(SHORTLIST.forBatch(List.of(new long[] {1})).ids()).hasSize(4);
        assertThat(SHORTLIST.isWideEnoughFor(2)).isTrue();
        assertThat(SHORTLIST.isWideEnoughFor(3)).isFalse();
    }

    @Test
    void shouldRefuseASourceIdOutsideTheVocabulary() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SHORTLIST.forBatch(List.of(new long[] {1}, new long[] {4})))
                .withMessageContaining("source id 4 is outside the shortlist's vocabulary of 4");
        assertThatIllegalArgumentException().isThrownBy(() -> SHORTLIST.forBatch(List.of(new long[] {(1L << 32) + 1})));
    }

    @Test
    void shouldNameTheListThatIsUnsound() {
        var candidates = List.of(new int[0], new int[] {3, 3});
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shortlist.of(10, new int[] {2}, candidates))
                .withMessage("the candidates of source id 1: id 3 follows 3; ids must ascend, each once");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Shortlist.of(10, new int[] {10}, candidates))
                .withMessage("the frequent ids: id 10 is outside the target vocabulary of 10");
    }

    @Test
    void shouldWriteALineForTheFormatTheFrequentIdsAndEachSourceId() throws IOException {
        var file = folder.resolve("shortlist.txt");
        SHORTLIST.write(file);

        assertThat(file).hasContent("lingoduct-shortlist 1\n2 64\n\n5 199\n5 63 64\n0\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    ''                                  | line 1: expected "lingoduct-shortlist 1"
                    lingoduct-shortlist 2/2/3/4         | line 1: expected "lingoduct-shortlist 1"
                    lingoduct-shortlist 1               | line 2: is missing; 2 source ids need 4 lines
                    lingoduct-shortlist 1/2/3           | line 4: is missing; 2 source ids need 4 lines
                    lingoduct-shortlist 1/2/3/4/5       | line 5: is one too many; 2 source ids need 4 lines
                    lingoduct-shortlist 1/2 10/3/4      | line 2: id 10 is outside the target vocabulary of 10
                    lingoduct-shortlist 1/2/-3/4        | line 3: id -3 is outside the target vocabulary of 10
                    lingoduct-shortlist 1/2/3 three/4   | line 3: "three" is not an id
                    lingoduct-shortlist 1/2/3/4 9999999999 | line 4: "9999999999" is not an id
                    lingoduct-shortlist 1/2/3/4  5      | line 4: "" is not an id
                    lingoduct-shortlist 1/2/4 3/4       | line 3: id 3 follows 4; ids must ascend, each once
                    lingoduct-shortlist 1/2/3 3/4       | line 3: id 3 follows 3; ids must ascend, each once
                    """)
    void shouldNameTheFileTheLineAndTheCause(String lines, String fault) throws IOException {
        var file = Files.writeString(folder.resolve("shortlist.txt"), lines.replace('/', '\n'));

        assertRefused(file, fault);
    }

    @Test
    void shouldRefuseAFileThatIsAbsentOrNotUtf8() throws IOException {
        assertRefused(folder.resolve("absent.txt"), "there is no such file");
        assertRefused(Files.write(folder.resolve("bytes.txt"), new byte[] {(byte) 0xff, '\n'}), "is not UTF-8");
    }

    private static void assertRefused(Path file, String reason) {
        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> Shortlist.load(file, 2, 10))
                .withMessageContaining(reason)
                .satisfies(refusal -> assertThat(refusal.file()).isEqualTo(file));
    }
}
