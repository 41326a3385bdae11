package io.lingoduct.training.batch;

import java.util.List;

/**
 * Where an epoch's training pairs come from: the same token ids each time, or the same sentences cut anew. The same epoch always
 * gives the same pairs, since a run that is resumed asks again.
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
