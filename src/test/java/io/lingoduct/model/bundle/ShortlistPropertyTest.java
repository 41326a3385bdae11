package io.lingoduct.model.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ShortlistPropertyTest {

    private static final int SOURCES = 12;
    private static final int TARGETS = 150;

    @Property(tries = 100)
    void shouldReadBackWhatItWrote(@ForAll("shortlists") Shortlist shortlist) throws IOException {
        var file = Files.createTempFile("shortlist", ".txt");
        try {
            shortlist.write(file);
            var read = Shortlist.load(file, SOURCES, TARGETS);

            assertThat(read.sourceVocabulary()).isEqualTo(SOURCES);
            assertThat(read.frequent()).isEqualTo(shortlist.frequent());
            for (int source = 0; source < SOURCES; source++) {
                assertThat(read.candidates(source)).isEqualTo(shortlist.candidates(source));
            }
        } finally {
            Files.delete(file);
        }
    }

    @Property(tries = 300)
    void shouldKeepEachRowToItsOwnIdsWhateverItsBatchMates(
            @ForAll("shortlists") Shortlist shortlist, @ForAll("batches") List<long[]> rows) {
        var batch = shortlist.forBatch(rows);

        assertThat(batch.mask()).hasSize(rows.size() * batch.ids().length);
        for (int row = 0; row < rows.size(); row++) {
            var alone = shortlist.forBatch(List.of(rows.get(row)));
            assertThat(alone.mask()).containsOnly(true);
            assertThat(sayable(batch, row))
                    .isEqualTo(Arrays.stream(alone.ids()).boxed().toList());
        }
    }

    @Property(tries = 300)
    void shouldScoreNoIdThatNoRowMaySay(
            @ForAll("shortlists") Shortlist shortlist, @ForAll("batches") List<long[]> rows) {
        var expected = IntStream.concat(
                Arrays.stream(shortlist.frequent()),
                rows.stream()
                        .flatMapToLong(Arrays::stream)
                        .mapToInt(id -> (int) id)
                        .flatMap(id -> Arrays.stream(shortlist.candidates(id))));

        assertThat(shortlist.forBatch(rows).ids())
                .isEqualTo(expected.sorted().distinct().asLongStream().toArray());
    }

    private static List<Long> sayable(Shortlist.Candidates batch, int row) {
        var ids = new ArrayList<Long>();
        int width = batch.ids().length;
        for (int i = 0; i < width; i++) {
            if (batch.mask()[row * width + i]) {
                ids.add(batch.ids()[i]);
            }
        }
        return ids;
    }

    @Provide
    Arbitrary<Shortlist> shortlists() {
        var ids = Arbitraries.integers()
                .between(0, TARGETS - 1)
                .set()
                .ofMaxSize(20)
                .map(set -> set.stream().mapToInt(Integer::intValue).sorted().toArray());
        return Combinators.combine(
                        ids.filter(frequent -> frequent.length > 0), ids.list().ofSize(SOURCES))
                .as((frequent, candidates) -> Shortlist.of(TARGETS, frequent, candidates));
    }

    @Provide
    Arbitrary<List<long[]>> batches() {
        return Arbitraries.longs()
                .between(0, SOURCES - 1)
                .array(long[].class)
                .ofMaxSize(6)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
