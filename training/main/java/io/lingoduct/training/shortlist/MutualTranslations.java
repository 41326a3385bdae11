package io.lingoduct.training.shortlist;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Words of two languages that translate each other: each is the most probable translation of the other, in either direction. Learnt
 * by {@link Model1} from whole words, once from source to target and once back. The same text always gives the same ones.
 */
public final class MutualTranslations {

    private static final int ITERATIONS = 5;
    private static final int LEAST_COUNT = 3;

    private final Map<String, String> targets;

    private MutualTranslations(Map<String, String> targets) {
        this.targets = targets;
    }

    /**
     * @param sources words of each sentence; rare ones are left out
     * @param targets words of the translation of each
     * @param minProbability of a translation, in either direction
     */
    public static MutualTranslations learn(
            List<List<String>> sources, List<List<String>> targets, double minProbability) {
        var source = Numbering.of(sources);
        var target = Numbering.of(targets);
        var there = new ArrayList<EncodedPair>(sources.size());
        var back = new ArrayList<EncodedPair>(sources.size());
        for (int i = 0; i < sources.size(); i++) {
            var sourceIds = source.ids(sources.get(i));
            var targetIds = target.ids(targets.get(i));
            there.add(new EncodedPair(sourceIds, targetIds));
            back.add(new EncodedPair(targetIds, sourceIds));
        }
        var best = mostProbable(there, source.size(), target.size(), minProbability);
        var bestBack = mostProbable(back, target.size(), source.size(), minProbability);
        var mutual = new HashMap<String, String>();
        for (int id = Numbering.FIRST; id < best.length; id++) {
            if (best[id] >= 0 && bestBack[best[id]] == id) {
                mutual.put(source.word(id), target.word(best[id]));
            }
        }
        return new MutualTranslations(mutual);
    }

    /** The word that translates a source word and is translated by it. */
    public Optional<String> of(String source) {
        return Optional.ofNullable(targets.get(source));
    }

    /** [sources] The most probable translation of each id, or -1 where none is probable enough. */
    private static int[] mostProbable(List<EncodedPair> pairs, int sources, int targets, double minProbability) {
        var table = Model1.learn(TokenIndex.of(pairs, sources, targets), ITERATIONS);
        var best = new int[sources];
        for (int id = 0; id < sources; id++) {
            best[id] = -1;
            double most = minProbability;
            for (int i = table.start(id); i < table.end(id); i++) {
                if (table.probability(i) >= most) {
                    most = table.probability(i);
                    best[id] = table.id(i);
                }
            }
        }
        return best;
    }

    /** Ids of words, behind those of the special tokens. */
    private record Numbering(List<String> words, Map<String, Integer> numbers) {

        static final int FIRST = VocabularyBuilder.UNK + 1;

        static Numbering of(List<List<String>> sentences) {
            var counts = new HashMap<String, Integer>();
            sentences.forEach(words -> words.forEach(word -> counts.merge(word, 1, Integer::sum)));
            var frequent = counts.entrySet().stream()
                    .filter(word -> word.getValue() >= LEAST_COUNT)
                    .map(Map.Entry::getKey)
                    .sorted()
                    .toList();
            var numbers = new HashMap<String, Integer>();
            frequent.forEach(word -> numbers.put(word, FIRST + numbers.size()));
            return new Numbering(frequent, numbers);
        }

        int size() {
            return FIRST + words.size();
        }

        String word(int id) {
            return words.get(id - FIRST);
        }

        long[] ids(List<String> sentence) {
            return sentence.stream()
                    .map(numbers::get)
                    .filter(number -> number != null)
                    .mapToLong(Integer::longValue)
                    .toArray();
        }
    }
}
