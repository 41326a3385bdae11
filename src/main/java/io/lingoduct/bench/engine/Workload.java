package io.lingoduct.bench.engine;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.SegmentTooLongException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * The sentences that are translated.
 *
 * @param segments belonging to the sentences, element by element
 * @param tooLong sentences that the model does not take and that were left out
 */
record Workload(List<String> sentences, List<EncodedSegment> segments, int tooLong) {

    static Workload of(List<String> sentences, Function<String, EncodedSegment> encoder) {
        var taken = new ArrayList<String>();
        var segments = new ArrayList<EncodedSegment>();
        int tooLong = 0;
        for (var sentence : sentences) {
            try {
                segments.add(encoder.apply(sentence));
                taken.add(sentence);
            } catch (SegmentTooLongException e) {
                tooLong++;
            }
        }
        return new Workload(taken, segments, tooLong);
    }

    /** Indices of every so many sentences in the order of their lengths, so that each length has its share. */
    List<Integer> sample(int stride) {
        var byLength = IntStream.range(0, segments.size())
                .boxed()
                .sorted(Comparator.comparing(i -> segments.get(i).length()))
                .toList();
        int first = Math.min(stride, byLength.size()) / 2;
        return IntStream.iterate(first, i -> i < byLength.size(), i -> i + stride)
                .mapToObj(byLength::get)
                .sorted()
                .toList();
    }

    /** Tokens of a segment without the end of the sentence. */
    static int tokens(EncodedSegment segment) {
        return segment.length() - 1;
    }
}
