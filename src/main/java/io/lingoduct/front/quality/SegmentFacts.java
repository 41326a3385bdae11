package io.lingoduct.front.quality;

import io.lingoduct.front.check.Finding;
import io.lingoduct.front.check.Words;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What is known of the translation of a segment.
 *
 * @param source as the model has read it
 * @param target as the model has written it
 * @param score log-probability divided by the length; not a number where it is not known
 * @param findings in the target
 * @param unknownWords share of the source's words that the model reads in pieces, in 0…1
 */
public record SegmentFacts(String source, String target, float score, Set<Finding> findings, double unknownWords) {

    public SegmentFacts {
        findings = Set.copyOf(findings);
    }

    /** @param known whether the model reads a word, in just this case, as one token */
    public static SegmentFacts of(
            String source, String target, float score, Set<Finding> findings, Predicate<String> known) {
        var words = Words.of(source);
        long unknown = words.stream()
                .filter(word -> !known.test(word) && !known.test(word.toLowerCase(Locale.ROOT)))
                .count();
        return new SegmentFacts(source, target, score, findings, words.isEmpty() ? 0 : (double) unknown / words.size());
    }
}
