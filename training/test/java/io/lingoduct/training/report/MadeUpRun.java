package io.lingoduct.training.report;

import io.lingoduct.training.report.RunEvent.Alignment;
import io.lingoduct.training.report.RunEvent.Alignments;
import io.lingoduct.training.report.RunEvent.EpochEnd;
import io.lingoduct.training.report.RunEvent.Note;
import io.lingoduct.training.report.RunEvent.Resumed;
import io.lingoduct.training.report.RunEvent.Sample;
import io.lingoduct.training.report.RunEvent.Samples;
import io.lingoduct.training.report.RunEvent.Updates;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The log of a run with figures as a real one has them, a rollback included. */
final class MadeUpRun {

    static final int EPOCHS = 12;
    private static final int UPDATES_PER_EPOCH = 1000;
    private static final int INTERVAL = 40;
    private static final List<String> SOURCE =
            List.of("▁a", "▁man", "▁in", "▁a", "▁blue", "▁shirt", "▁is", "▁climbing", "▁a", "▁ladder", ".");
    private static final List<String> TARGET =
            List.of("▁ein", "▁mann", "▁in", "▁einem", "▁blauen", "▁hemd", "▁klettert", "▁auf", "▁eine", "▁leiter", ".");
    private static final List<String> HYPOTHESES = List.of(
            "ein mann in einem in einem .",
            "ein mann in einem roten hemd ist auf einem .",
            "ein mann in blauem hemd klettert eine leiter .",
            "ein mann in einem blauen hemd klettert auf eine leiter .");

    private final Random random = new Random(7);

    private MadeUpRun() {}

    static void write(Path file) throws IOException {
        var run = new MadeUpRun();
        try (var log = RunLog.open(file)) {
            for (int epoch = 1; epoch <= EPOCHS; epoch++) {
                run.epoch(log, epoch);
            }
            log.append(new Note(EPOCHS * UPDATES_PER_EPOCH, "stopped early: no better dev BLEU for 3 epochs"));
        }
    }

    private void epoch(RunLog log, int epoch) throws IOException {
        int before = (epoch - 1) * UPDATES_PER_EPOCH;
        for (int update = before + INTERVAL; update <= epoch * UPDATES_PER_EPOCH; update += INTERVAL) {
            log.append(updates(update, epoch));
        }
        if (epoch == 4) {
            log.append(new Resumed(before));
            log.append(new Note(before, "rolled back to update " + before + ", rate halved: the loss was no number"));
            for (int update = before + INTERVAL; update <= epoch * UPDATES_PER_EPOCH; update += INTERVAL) {
                log.append(updates(update, epoch));
            }
        }
        log.append(new Samples(epoch, (long) epoch * UPDATES_PER_EPOCH, samples(epoch)));
        log.append(new Alignments(
                epoch,
                (long) epoch * UPDATES_PER_EPOCH,
                List.of(alignment(epoch, 11), alignment(epoch, 8), alignment(epoch, 6))));
        log.append(new EpochEnd(
                epoch,
                (long) epoch * UPDATES_PER_EPOCH,
                1.2 + 5 * Math.exp(-epoch / 1.7),
                4.6 + 90 * Math.exp(-epoch / 1.1) + (epoch > 9 ? 0.08 * (epoch - 9) : 0),
                38.6 * (1 - Math.exp(-epoch / 2.2)) - (epoch > 9 ? 0.2 * (epoch - 9) : 0),
                2400 + random.nextInt(80),
                epoch * 260.0,
                epoch <= 9));
    }

    private Updates updates(int update, int epoch) {
        double progress = update / 1000.0;
        double spike = random.nextInt(100) == 0 ? 60 : 1;
        return new Updates(
                update,
                epoch,
                1.2 + 5.5 * Math.exp(-progress / 1.7) + 0.12 * random.nextGaussian(),
                0.001 * Math.min(progress / 0.8, Math.sqrt(0.8 / progress)),
                spike * (0.6 + 3 * Math.exp(-progress) + 0.1 * Math.abs(random.nextGaussian())),
                2400 + 90 * random.nextGaussian(),
                update * 0.26);
    }

    private static List<Sample> samples(int epoch) {
        var reference = "ein mann in einem blauen hemd klettert auf eine leiter .";
        var hypothesis = HYPOTHESES.get(Math.min(HYPOTHESES.size() - 1, epoch / 2));
        return List.of(
                new Sample("a man in a blue shirt is climbing a ladder .", reference, hypothesis),
                new Sample(
                        "two dogs <b>play</b> in the snow & bark .",
                        "zwei hunde spielen im schnee & bellen .",
                        epoch < 3 ? "zwei hunde <script>alert(1)</script> ." : "zwei hunde spielen im schnee ."));
    }

    /** The diagonal comes out of the fog as the epochs pass. */
    private Alignment alignment(int epoch, int length) {
        double sharpness = 0.25 * epoch;
        var weights = new ArrayList<List<Float>>();
        for (int row = 0; row < length; row++) {
            int target = row;
            var raw = IntStream.range(0, length)
                    .mapToDouble(column -> Math.exp(-sharpness * Math.abs(column - target) + 0.4 * random.nextDouble()))
                    .toArray();
            double sum = IntStream.range(0, length).mapToDouble(i -> raw[i]).sum();
            weights.add(IntStream.range(0, length)
                    .mapToObj(i -> (float) (raw[i] / sum))
                    .toList());
        }
        return new Alignment(SOURCE.subList(0, length), TARGET.subList(0, length), weights);
    }
}
