package io.lingoduct.calibrate;

import io.lingoduct.front.quality.Feature;
import io.lingoduct.front.quality.SegmentFacts;
import java.util.Arrays;

/**
 * A translation of which it is known how good it is.
 *
 * @param line of the source that it comes from
 * @param guise that the line was in
 * @param usable whether people could use it
 */
record Sample(int line, String guise, SegmentFacts facts, boolean usable) {

    /** The values of all features, in their order. */
    double[] features() {
        return Arrays.stream(Feature.values())
                .mapToDouble(feature -> feature.of(facts))
                .toArray();
    }
}
