package io.lingoduct.training.vocabulary;

import java.util.List;
import java.util.stream.Stream;

/**
 * Tokens and merges that were learnt from a corpus.
 *
 * @param alphabet characters that are tokens, most frequent first
 * @param merges pairs of tokens that become one, in the order in which they apply; empty unless the kind is BPE
 * @param words tokens that are pieces as a whole; empty unless the kind is WORD
 */
record LearntVocabulary(List<String> alphabet, List<Merge> merges, List<String> words) {

    /** A pair that is joined. */
    record Merge(String left, String right) {
        String joined() {
            return left + right;
        }
    }

    /** The tokens in the order of their ids, special tokens and bytes left out. */
    List<String> tokens() {
        var joined = merges.stream().map(Merge::joined);
        return Stream.of(alphabet.stream(), joined, words.stream())
                .flatMap(tokens -> tokens)
                .distinct()
                .toList();
    }
}
