package io.lingoduct.training.batch;

import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Sentence pairs padded into rectangles, ready to become tensors.
 *
 * @param rows B
 * @param sourceWidth S, the longest source, end-of-sentence included
 * @param targetWidth T, the longest target plus one for end-of-sentence
 * @param source [B, S] row by row
 * @param sourceLengths [B]
 * @param targetInput [B, T]: begin-of-sentence, then the target; input of the decoder
 * @param targetOutput [B, T]: the target, then end-of-sentence; tokens that it should say
 * @param targetTokens tokens of {@code targetOutput} that are not padding
 */
public record Batch(
        int rows,
        int sourceWidth,
        int targetWidth,
        long[] source,
        long[] sourceLengths,
        long[] targetInput,
        long[] targetOutput,
        int targetTokens) {

    public static Batch of(List<EncodedPair> pairs) {
        int rows = pairs.size();
        int sourceWidth = pairs.stream().mapToInt(p -> p.source().length).max().orElseThrow();
        int targetWidth =
                1 + pairs.stream().mapToInt(p -> p.target().length).max().orElseThrow();
        var source = filled(rows * sourceWidth);
        var lengths = new long[rows];
        var input = filled(rows * targetWidth);
        var output = filled(rows * targetWidth);
        int tokens = 0;
        for (int row = 0; row < rows; row++) {
            var pair = pairs.get(row);
            int length = pair.target().length;
            int at = row * targetWidth;
            System.arraycopy(pair.source(), 0, source, row * sourceWidth, pair.source().length);
            lengths[row] = pair.source().length;
            input[at] = VocabularyBuilder.BOS;
            System.arraycopy(pair.target(), 0, input, at + 1, length);
            System.arraycopy(pair.target(), 0, output, at, length);
            output[at + length] = VocabularyBuilder.EOS;
            tokens += length + 1;
        }
        return new Batch(rows, sourceWidth, targetWidth, source, lengths, input, output, tokens);
    }

    /**
     * Deals the pairs out to as many batches as there are workers; neighbours in length go to different ones, so that all
     * have about the same work.
     */
    public static List<Batch> deal(List<EncodedPair> pairs, int workers) {
        var hands = new ArrayList<List<EncodedPair>>();
        for (int w = 0; w < Math.min(workers, pairs.size()); w++) {
            hands.add(new ArrayList<>());
        }
        for (int i = 0; i < pairs.size(); i++) {
            hands.get(i % hands.size()).add(pairs.get(i));
        }
        return hands.stream().map(Batch::of).toList();
    }

    /** Places in [B·T] where {@code targetOutput} is not padding: {@code targetTokens} of them, ascending. */
    public long[] targetPlaces() {
        return IntStream.range(0, targetOutput.length)
                .filter(place -> targetOutput[place] != VocabularyBuilder.PAD)
                .asLongStream()
                .toArray();
    }

    private static long[] filled(int length) {
        var ids = new long[length];
        Arrays.fill(ids, VocabularyBuilder.PAD);
        return ids;
    }
}
