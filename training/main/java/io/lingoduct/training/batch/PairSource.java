package io.lingoduct.training.batch;

import java.util.List;

/**
 * Source of each epoch's pairs. They may differ from epoch to epoch, such as by another segmentation into subwords, but
 * the same epoch must always give the same pairs: a run that is resumed asks again.
 */
@FunctionalInterface
public interface PairSource {

    /** @param epoch counted from 1 */
    List<EncodedPair> ofEpoch(int epoch);

    /** The same pairs in every epoch. */
    static PairSource fixed(List<EncodedPair> pairs) {
        return epoch -> pairs;
    }
}
