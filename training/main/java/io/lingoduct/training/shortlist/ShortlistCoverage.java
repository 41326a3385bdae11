package io.lingoduct.training.shortlist;

import io.lingoduct.model.bundle.Shortlist;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.vocabulary.Pieces;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Quality of a shortlist on sentences that were not learnt from.
 *
 * @param candidates of a source token on average, the frequent ones not counted
 * @param share of the target tokens that their own sentence may say; end-of-sentence, which all may say, is not counted
 */
public record ShortlistCoverage(double candidates, double share) {

    public static ShortlistCoverage of(Shortlist shortlist, List<EncodedPair> pairs) {
        long sourceTokens = 0;
        long candidates = 0;
        long targetTokens = 0;
        long covered = 0;
        for (var pair : pairs) {
            for (long id : pair.source()) {
                if (!Pieces.isSpecial((int) id)) {
                    sourceTokens++;
                    candidates += shortlist.candidates((int) id).length;
                }
            }
            var sayable = shortlist.forBatch(List.of(pair.source())).ids();
            targetTokens += pair.target().length;
            covered += Arrays.stream(pair.target())
                    .filter(id -> Arrays.binarySearch(sayable, id) >= 0)
                    .count();
        }
        return new ShortlistCoverage(
                (double) candidates / Math.max(1, sourceTokens), (double) covered / Math.max(1, targetTokens));
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.1f candidates per source token on average, %.1f %% of the dev set's target tokens covered",
                candidates,
                100 * share);
    }
}
