package io.lingoduct.training.report;

import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

/** A few of the epochs of a run: close together at the start, where most changes, and always the best and the last. */
final class EpochChoice {

    private EpochChoice() {}

    /**
     * Chooses by doubling the position: first, second, fourth and so on.
     *
     * @param epochs ascending
     */
    static List<Integer> of(List<Integer> epochs, OptionalInt best) {
        var chosen = new TreeSet<Integer>();
        for (int position = 1; position <= epochs.size(); position *= 2) {
            chosen.add(epochs.get(position - 1));
        }
        if (!epochs.isEmpty()) {
            chosen.add(epochs.get(epochs.size() - 1));
        }
        best.ifPresent(epoch -> {
            if (epochs.contains(epoch)) {
                chosen.add(epoch);
            }
        });
        return List.copyOf(chosen);
    }
}
