package io.lingoduct.training.report;

import io.lingoduct.training.report.RunEvent.Alignments;
import io.lingoduct.training.report.RunEvent.EpochEnd;
import io.lingoduct.training.report.RunEvent.Note;
import io.lingoduct.training.report.RunEvent.Resumed;
import io.lingoduct.training.report.RunEvent.Samples;
import io.lingoduct.training.report.RunEvent.Updates;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * One run without the detours of crashes and rollbacks: of each update the events that were logged last, in their order,
 * and nothing that a resume went back behind.
 *
 * @param epochs the validations: one for each epoch, or several
 */
public record RunHistory(
        List<Updates> updates,
        List<EpochEnd> epochs,
        List<Samples> samples,
        List<Alignments> alignments,
        List<Note> notes) {

    public RunHistory {
        updates = List.copyOf(updates);
        epochs = List.copyOf(epochs);
        samples = List.copyOf(samples);
        alignments = List.copyOf(alignments);
        notes = List.copyOf(notes);
    }

    /** Replays the events of a log, as {@link RunLog#read} gives them. */
    public static RunHistory of(List<RunEvent> events) {
        var replay = new Replay();
        events.forEach(replay::apply);
        return replay.history();
    }

    /** Seconds the run has trained. */
    public double seconds() {
        double last = updates.isEmpty() ? 0 : updates.get(updates.size() - 1).seconds();
        return epochs.isEmpty()
                ? last
                : Math.max(last, epochs.get(epochs.size() - 1).seconds());
    }

    /**
     * Target tokens trained on per second, validation not counted: the median over the epochs, which another program that
     * takes the machine for a while does not change.
     *
     * @throws IllegalStateException if no epoch was validated yet
     */
    public double tokensPerSecond() {
        if (epochs.isEmpty()) {
            throw new IllegalStateException("the run has not come to the end of an epoch");
        }
        var speeds = epochs.stream().map(EpochEnd::tokensPerSecond).sorted().toList();
        return speeds.get(speeds.size() / 2);
    }

    /** Number of epochs that were validated. */
    long epochCount() {
        return epochs.stream().mapToInt(EpochEnd::epoch).distinct().count();
    }

    /** The last validation that was the best so far. */
    public Optional<EpochEnd> best() {
        return epochs.stream().filter(EpochEnd::best).reduce((earlier, later) -> later);
    }

    private static final class Replay {

        private final NavigableMap<Long, Updates> updates = new TreeMap<>();
        private final NavigableMap<Long, EpochEnd> epochs = new TreeMap<>();
        private final NavigableMap<Long, Samples> samples = new TreeMap<>();
        private final NavigableMap<Long, Alignments> alignments = new TreeMap<>();
        private final List<Note> notes = new ArrayList<>();

        // Java 17 has no switch over the types of a sealed interface.
        void apply(RunEvent event) {
            if (event instanceof Updates e) {
                updates.put(e.update(), e);
            } else if (event instanceof EpochEnd e) {
                epochs.put(e.update(), e);
            } else if (event instanceof Samples e) {
                samples.put(e.update(), e);
            } else if (event instanceof Alignments e) {
                alignments.put(e.update(), e);
            } else if (event instanceof Note e) {
                notes.add(e);
            } else if (event instanceof Resumed e) {
                goBack(e.update());
            }
        }

        private void goBack(long update) {
            updates.tailMap(update, false).clear();
            epochs.tailMap(update, false).clear();
            notes.removeIf(e -> e.update() > update);
            samples.tailMap(update, false).clear();
            alignments.tailMap(update, false).clear();
        }

        RunHistory history() {
            notes.sort(Comparator.comparingLong(Note::update));
            return new RunHistory(
                    List.copyOf(updates.values()),
                    List.copyOf(epochs.values()),
                    List.copyOf(samples.values()),
                    List.copyOf(alignments.values()),
                    notes);
        }
    }
}
