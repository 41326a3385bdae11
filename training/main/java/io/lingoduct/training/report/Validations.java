package io.lingoduct.training.report;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * Names of a run's validations, and the choice of the few that are shown. One is known by its update, since an epoch may
 * have several.
 *
 * @param withinEpochs whether any epoch has several
 * @param best update of the best one
 */
record Validations(boolean withinEpochs, OptionalLong best) {

    static Validations of(RunHistory history) {
        var best = history.best().map(e -> OptionalLong.of(e.update())).orElse(OptionalLong.empty());
        return new Validations(history.epochCount() < history.epochs().size(), best);
    }

    boolean isBest(long update) {
        return best.isPresent() && best.getAsLong() == update;
    }

    String label(int epoch, long update) {
        return withinEpochs ? String.format(Locale.ROOT, "epoch %d, update %,d", epoch, update) : "epoch " + epoch;
    }

    /** For the name of a file. */
    String key(int epoch, long update) {
        return withinEpochs ? "update-" + update : "epoch-" + epoch;
    }

    /** A few of these updates: the first, second, fourth and so on, since most changes at the start, the best and the last. */
    Set<Long> few(Collection<Long> updates) {
        var all = List.copyOf(new TreeSet<>(updates));
        var chosen = new TreeSet<Long>();
        for (int position = 1; position <= all.size(); position *= 2) {
            chosen.add(all.get(position - 1));
        }
        if (!all.isEmpty()) {
            chosen.add(all.get(all.size() - 1));
        }
        all.stream().filter(this::isBest).forEach(chosen::add);
        return chosen;
    }
}
