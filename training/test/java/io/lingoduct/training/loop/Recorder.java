package io.lingoduct.training.loop;

import io.lingoduct.training.network.Seq2Seq;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Remembers what it was told; of updates told twice, the later telling. */
class Recorder implements TrainingListener {

    /** What a curve shows of an update: all but the time it took. */
    record Point(int epoch, double loss, double learningRate, double gradientNorm) {}

    final TreeMap<Long, Point> curve = new TreeMap<>();
    final TreeMap<Long, Validated> validations = new TreeMap<>();
    final List<RolledBack> rollbacks = new ArrayList<>();
    final List<Long> resumes = new ArrayList<>();
    final List<String> notes = new ArrayList<>();

    @Override
    public void updated(Updates event) {
        curve.put(event.update(), new Point(event.epoch(), event.loss(), event.learningRate(), event.gradientNorm()));
    }

    @Override
    public void validated(Validated event, Seq2Seq network) {
        validations.put(event.update(), event);
    }

    @Override
    public void noted(long update, String text) {
        notes.add(text);
    }

    @Override
    public void resumed(long update) {
        resumes.add(update);
    }

    @Override
    public void rolledBack(RolledBack event) {
        rollbacks.add(event);
    }
}
