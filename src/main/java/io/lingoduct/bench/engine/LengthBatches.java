package io.lingoduct.bench.engine;

import io.lingoduct.model.EncodedSegment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Segments sorted by length and cut into batches, the longest first: whoever takes one after the other on several threads is
 * left with a short one at the end.
 *
 * @param order for each place in the batches the index of its segment
 */
record LengthBatches(List<List<EncodedSegment>> batches, List<Integer> order) {

    static LengthBatches of(List<EncodedSegment> segments, int rows) {
        var order = IntStream.range(0, segments.size())
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> segments.get(i).length())
                        .reversed())
                .toList();
        var sorted = order.stream().map(segments::get).toList();
        var batches = new ArrayList<List<EncodedSegment>>();
        for (int from = 0; from < sorted.size(); from += rows) {
            batches.add(sorted.subList(from, Math.min(sorted.size(), from + rows)));
        }
        return new LengthBatches(batches, order);
    }

    /** Results in the order of the batches, put into the order of the segments. */
    <T> List<T> inOriginalOrder(List<T> results) {
        var sorted = new ArrayList<T>(results);
        for (int place = 0; place < order.size(); place++) {
            sorted.set(order.get(place), results.get(place));
        }
        return sorted;
    }
}
