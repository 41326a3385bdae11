package io.lingoduct.training.compare;

import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Copy after a gap: a few random symbols, then random distractors, then a marker, after which the symbols have to be said.
 * The gap sets how far back lies what has to be remembered. The distractors are drawn anew for each source and mean nothing:
 * a cell has to keep its state while it reads on, as in the tasks of Hochreiter and Schmidhuber, 1997: "Long Short-Term
 * Memory".
 *
 * @param symbols said and to be said again
 * @param alphabet different symbols, all equally likely
 * @param distractors different tokens that fill the gap, all equally likely
 * @param gap tokens between the last symbol and the marker
 */
public record CopyTask(int symbols, int alphabet, int distractors, int gap) {

    private static final int FIRST_SYMBOL = VocabularyBuilder.UNK + 1;

    public CopyTask {
        if (symbols < 1 || alphabet < 2 || distractors < 1 || gap < 0) {
            throw new IllegalArgumentException("no such task: %d symbols of %d, %d of %d distractors"
                    .formatted(symbols, alphabet, gap, distractors));
        }
    }

    /** The same task with another gap. */
    public CopyTask withGap(int other) {
        return new CopyTask(symbols, alphabet, distractors, other);
    }

    /** The token after which the symbols have to be said. */
    public int marker() {
        return FIRST_SYMBOL + alphabet + distractors;
    }

    /** Special tokens, symbols, distractors and the marker. */
    public int vocabulary() {
        return marker() + 1;
    }

    /** Tokens of a source. */
    public int sourceLength() {
        return symbols + gap + 1;
    }

    /** Share of symbols that guessing gets right. */
    public double chance() {
        return 1.0 / alphabet;
    }

    /** Pairs of a source and what has to be said, drawn independently. */
    public List<EncodedPair> draw(int count, Random random) {
        return IntStream.range(0, count).mapToObj(i -> draw(random)).toList();
    }

    private EncodedPair draw(Random random) {
        var source = new long[sourceLength()];
        var target = new long[symbols];
        for (int i = 0; i < symbols; i++) {
            target[i] = FIRST_SYMBOL + random.nextInt(alphabet);
            source[i] = target[i];
        }
        for (int i = 0; i < gap; i++) {
            source[symbols + i] = FIRST_SYMBOL + alphabet + random.nextInt(distractors);
        }
        source[symbols + gap] = marker();
        return new EncodedPair(source, target);
    }
}
