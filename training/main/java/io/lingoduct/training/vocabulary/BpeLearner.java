package io.lingoduct.training.vocabulary;

import io.lingoduct.training.vocabulary.LearntVocabulary.Merge;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.TreeMap;

/**
 * Learns byte-pair encoding (Sennrich, Haddow and Birch, 2016: "Neural Machine Translation of Rare Words with Subword
 * Units") from counted pieces of text: start from characters, and join the most frequent neighbouring pair until the
 * vocabulary is full.
 *
 * <p>Counts are kept per pair together with the pieces that hold it, so a merge touches only those pieces; a priority queue
 * with stale entries finds the next pair. Ties are broken by the text of the pair:
 * the result does not depend on the order of the input.
 */
final class BpeLearner {

    private record Pair(String left, String right) {}

    private record Candidate(Pair pair, long count) {}

    private static final Comparator<Candidate> MOST_FREQUENT_FIRST = Comparator.comparingLong(Candidate::count)
            .reversed()
            .thenComparing(c -> c.pair().left())
            .thenComparing(c -> c.pair().right());

    private final List<List<String>> pieces = new ArrayList<>();
    private final List<Long> frequencies = new ArrayList<>();
    private final Map<Pair, Long> counts = new HashMap<>();
    private final Map<Pair, Set<Integer>> holders = new HashMap<>();
    private final PriorityQueue<Candidate> queue = new PriorityQueue<>(MOST_FREQUENT_FIRST);

    private BpeLearner() {}

    /**
     * @param pieceCounts how often each piece occurs in the corpus
     * @param minCharacterCount characters seen less often are left to byte fallback
     * @param tokens how many alphabet characters and merged tokens there may be together
     */
    static LearntVocabulary learn(Map<String, Long> pieceCounts, int minCharacterCount, int tokens) {
        var alphabet = new LinkedHashSet<>(Alphabet.of(pieceCounts, minCharacterCount));
        var learner = new BpeLearner();
        // Sorted, so that equal input in another order gives equal output.
        new TreeMap<>(pieceCounts).forEach((piece, count) -> learner.add(piece, count, alphabet));
        learner.counts.forEach((pair, count) -> learner.queue.add(new Candidate(pair, count)));
        var merges = learner.merge(alphabet, tokens - alphabet.size());
        return new LearntVocabulary(List.copyOf(alphabet), merges, List.of());
    }

    private void add(String piece, long count, Set<String> alphabet) {
        var symbols = new ArrayList<String>();
        piece.codePoints().mapToObj(Character::toString).forEach(symbols::add);
        // A character outside the alphabet becomes bytes, which never merge: the piece falls apart there.
        for (var run : runsWithin(symbols, alphabet)) {
            int index = pieces.size();
            pieces.add(run);
            frequencies.add(count);
            for (var pair : neighbours(run)) {
                counts.merge(pair, count, Long::sum);
                holders.computeIfAbsent(pair, p -> new HashSet<>()).add(index);
            }
        }
    }

    private static List<List<String>> runsWithin(List<String> symbols, Set<String> alphabet) {
        var runs = new ArrayList<List<String>>();
        var run = new ArrayList<String>();
        for (var symbol : symbols) {
            if (alphabet.contains(symbol)) {
                run.add(symbol);
            } else if (!run.isEmpty()) {
                runs.add(run);
                run = new ArrayList<>();
            }
        }
        if (!run.isEmpty()) {
            runs.add(run);
        }
        return runs;
    }

    private List<Merge> merge(Set<String> known, int wanted) {
        var tokens = new HashSet<>(known);
        // A pair can come up again after a later merge made its half anew; its first rank is the one that counts.
        var merges = new LinkedHashSet<Merge>();
        int added = 0;
        while (added < wanted && !queue.isEmpty()) {
            var best = queue.poll();
            if (counts.getOrDefault(best.pair(), 0L) != best.count()) {
                continue; // stale: the pair was queued again with its present count
            }
            if (best.count() < 2) {
                break;
            }
            var merge = new Merge(best.pair().left(), best.pair().right());
            merges.add(merge);
            if (tokens.add(merge.joined())) {
                added++;
            }
            apply(best.pair(), merge.joined());
        }
        return List.copyOf(merges);
    }

    private void apply(Pair pair, String joined) {
        var changes = new HashMap<Pair, Long>();
        for (int index : holders.remove(pair)) {
            var symbols = pieces.get(index);
            long frequency = frequencies.get(index);
            neighbours(symbols).forEach(neighbours -> changes.merge(neighbours, -frequency, Long::sum));
            for (int i = 0; i + 1 < symbols.size(); i++) {
                if (symbols.get(i).equals(pair.left()) && symbols.get(i + 1).equals(pair.right())) {
                    symbols.set(i, joined);
                    symbols.remove(i + 1);
                }
            }
            neighbours(symbols).forEach(neighbours -> {
                changes.merge(neighbours, frequency, Long::sum);
                holders.computeIfAbsent(neighbours, p -> new HashSet<>()).add(index);
            });
        }
        changes.remove(pair);
        counts.remove(pair);
        changes.forEach((neighbours, change) -> {
            // What stays as it was is in the queue already.
            if (change != 0) {
                queue.add(new Candidate(neighbours, counts.merge(neighbours, change, Long::sum)));
            }
        });
    }

    private static List<Pair> neighbours(List<String> symbols) {
        var pairs = new ArrayList<Pair>(symbols.size());
        for (int i = 0; i + 1 < symbols.size(); i++) {
            pairs.add(new Pair(symbols.get(i), symbols.get(i + 1)));
        }
        return pairs;
    }
}
