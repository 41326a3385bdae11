package io.lingoduct.training.batch;

import io.lingoduct.training.corpus.SentencePair;
import java.util.SplittableRandom;

/** Draws another wording of a training pair. Equal pairs and generators in an equal state lead to equal wordings. */
@FunctionalInterface
public interface PairVariation {

    /** @return normalised sentences, neither of them empty; an equal pair where it stays as it is */
    SentencePair vary(SentencePair pair, SplittableRandom random);
}
