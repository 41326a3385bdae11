package io.lingoduct.training.loop;

import io.lingoduct.training.report.RunEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Remembers what it was told; of updates told twice, the later telling. */
class Recorder implements TrainingListener {

    /** What a curve shows of an update: all but the time it took. */
    record Point(int epoch, double loss, double learningRate, double gradientNorm) {}

    final TreeMap<Long, Point> curve = new TreeMap<>();
    final TreeMap<Long, RunEvent.EpochEnd> validations = new TreeMap<>();
    /** The updates that the run went on from, after a stop or a divergence. */
    final List<Long> resumes = new ArrayList<>();

    final List<RunEvent.Note> notes = new ArrayList<>();

    @Override
    public void happened(RunEvent event) {
        if (event instanceof RunEvent.Updates updates) {
            updated(updates);
        } else if (event instanceof RunEvent.EpochEnd validation) {
            validations.put(validation.update(), validation);
        } else if (event instanceof RunEvent.Resumed resumed) {
            resumes.add(resumed.update());
        } else if (event instanceof RunEvent.Note note) {
            notes.add(note);
        }
    }

    void updated(RunEvent.Updates event) {
        curve.put(event.update(), new Point(event.epoch(), event.loss(), event.learningRate(), event.gradientNorm()));
    }
}
