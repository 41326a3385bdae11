package io.lingoduct.training.augment;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** Random choices from lists. */
final class Draws {

    private Draws() {}

    static boolean chance(double share, SplittableRandom random) {
        return share > 0 && random.nextDouble() < share;
    }

    static <T> T one(List<T> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }

    /** The same elements in a random order. */
    static <T> List<T> shuffled(List<T> elements, SplittableRandom random) {
        var shuffled = new ArrayList<>(elements);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            var moved = shuffled.set(i, shuffled.get(other));
            shuffled.set(other, moved);
        }
        return shuffled;
    }
}
