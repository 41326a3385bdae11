package io.lingoduct.training.bundle;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.corpus.SentencePair;
import java.util.List;

/**
 * The sentences that a bundle is measured on.
 *
 * @param devTokens of each pair of {@code dev}
 * @param test empty where the configuration names none
 * @param testTokens of each pair of {@code test}
 */
public record HeldOut(
        List<SentencePair> dev, List<EncodedPair> devTokens, List<SentencePair> test, List<EncodedPair> testTokens) {

    /** Pairs that graph and network are compared on: the test set, or the dev set where there is none. */
    List<SentencePair> compared() {
        return test.isEmpty() ? dev : test;
    }

    /** Of each pair of {@link #compared}. */
    List<EncodedPair> comparedTokens() {
        return test.isEmpty() ? devTokens : testTokens;
    }
}
