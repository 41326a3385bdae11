package io.lingoduct.training.shortlist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.lingoduct.training.batch.EncodedPair;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** The table against the algorithm as textbooks write it: pair by pair, with maps. */
class Model1PropertyTest {

    private static final int VOCABULARY = 10;
    private static final int NULL_WORD = VOCABULARY;

    private record Link(int source, int target) {}

    @Property(tries = 200)
    void shouldAgreeWithTheTextbook(
            @ForAll("texts") List<EncodedPair> pairs, @ForAll @IntRange(min = 1, max = 6) int iterations) {
        var table = Model1.learn(TokenIndex.of(pairs, VOCABULARY, VOCABULARY), iterations);

        var actual = new HashMap<Link, Double>();
        for (int source = 0; source <= NULL_WORD; source++) {
            for (int i = table.start(source); i < table.end(source); i++) {
                actual.put(new Link(source, table.id(i)), (double) table.probability(i));
            }
        }
        var expected = textbook(pairs, iterations);
        assertThat(actual.keySet()).isEqualTo(expected.keySet());
        expected.forEach((link, probability) ->
                assertThat(actual.get(link)).as(link.toString()).isCloseTo(probability, within(1e-4)));
    }

    private static Map<Link, Double> textbook(List<EncodedPair> pairs, int iterations) {
        var table = new HashMap<Link, Double>();
        for (var pair : pairs) {
            for (int target : ordinary(pair.target())) {
                for (int source : withNull(pair)) {
                    table.put(new Link(source, target), 1.0);
                }
            }
        }
        normalise(table);
        for (int i = 0; i < iterations; i++) {
            var counts = new HashMap<Link, Double>();
            for (var pair : pairs) {
                var sources = withNull(pair);
                for (int target : ordinary(pair.target())) {
                    double sum = sources.stream()
                            .mapToDouble(source -> table.get(new Link(source, target)))
                            .sum();
                    sources.forEach(source -> counts.merge(
                            new Link(source, target), table.get(new Link(source, target)) / sum, Double::sum));
                }
            }
            table.putAll(counts);
            normalise(table);
        }
        return table;
    }

    private static void normalise(Map<Link, Double> table) {
        var sums = new HashMap<Integer, Double>();
        table.forEach((link, count) -> sums.merge(link.source(), count, Double::sum));
        table.replaceAll((link, count) -> count / sums.get(link.source()));
    }

    private static List<Integer> withNull(EncodedPair pair) {
        var sources = new ArrayList<>(ordinary(pair.source()));
        sources.add(NULL_WORD);
        return sources;
    }

    private static List<Integer> ordinary(long[] ids) {
        var ordinary = new ArrayList<Integer>();
        for (long id : ids) {
            if (id > 3) {
                ordinary.add((int) id);
            }
        }
        return ordinary;
    }

    @Provide
    Arbitrary<List<EncodedPair>> texts() {
        var sentences = Arbitraries.longs()
                .between(2, VOCABULARY - 1)
                .array(long[].class)
                .ofMinSize(1)
                .ofMaxSize(5);
        return Combinators.combine(sentences, sentences)
                .as(EncodedPair::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }
}
