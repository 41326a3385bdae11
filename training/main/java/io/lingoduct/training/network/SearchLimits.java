package io.lingoduct.training.network;

import io.lingoduct.model.bundle.BundleManifest;
import io.lingoduct.training.batch.TokenLimits;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.List;

/**
 * Limits at which a search ends a row, whatever the rest of its batch does.
 *
 * @param maxSourceTokens longest source, end-of-sentence not counted
 * @param maxTargetTokens longest target of all
 * @param outputRatio target tokens per source token
 * @param outputOffset target tokens on top of that
 */
public record SearchLimits(int maxSourceTokens, int maxTargetTokens, double outputRatio, int outputOffset) {

    /** Ids that no search ever produces. */
    public static final List<Long> FORBIDDEN =
            List.of((long) VocabularyBuilder.PAD, (long) VocabularyBuilder.BOS, (long) VocabularyBuilder.UNK);

    /** Longest pair whose source a search takes and whose target it can say. */
    public TokenLimits tokens() {
        return new TokenLimits(maxSourceTokens, maxTargetTokens);
    }

    /** Limit for a source of so many tokens, end-of-sentence included. */
    public long forSource(long sourceLength) {
        return new BundleManifest.Limits(maxSourceTokens, maxTargetTokens, outputRatio, outputOffset)
                .targetTokens(sourceLength);
    }
}
