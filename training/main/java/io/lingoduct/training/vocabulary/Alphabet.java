package io.lingoduct.training.vocabulary;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The characters of a corpus that are worth a token of their own. */
final class Alphabet {

    private Alphabet() {}

    /**
     * The space mark is always among them: written as bytes it would not be turned back into a space. Reserved
     * characters are tokens already.
     *
     * @param pieceCounts how often each piece occurs in the corpus
     * @param minCount characters seen less often are left to byte fallback
     * @return most frequent first; ties by code point
     */
    static List<String> of(Map<String, Long> pieceCounts, int minCount) {
        var counts = new TreeMap<String, Long>();
        pieceCounts.forEach((piece, count) ->
                piece.codePoints().forEach(c -> counts.merge(Character.toString(c), count, Long::sum)));
        counts.keySet().removeIf(ReservedTokens::occurIn);
        counts.put(String.valueOf(PreTokenizer.SPACE_MARK), Long.MAX_VALUE);
        return counts.entrySet().stream()
                .filter(e -> e.getValue() >= minCount)
                .sorted(Map.Entry.<String, Long>comparingByValue().reversed().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }
}
