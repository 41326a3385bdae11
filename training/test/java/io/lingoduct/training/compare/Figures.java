package io.lingoduct.training.compare;

import io.lingoduct.training.compare.CellResult.Gradient;
import io.lingoduct.training.compare.CellResult.Score;
import io.lingoduct.training.compare.CellResult.TrainingFigures;
import io.lingoduct.training.compare.DecodingSpeed.Speed;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.GradientProbe.Norms;
import java.util.ArrayList;
import java.util.List;

/** Made-up figures of a comparison. */
final class Figures {

    private final List<CellResult> cells = new ArrayList<>();
    private final List<Speed> speeds = new ArrayList<>();
    private final List<CopyRun.Result> copies = new ArrayList<>();

    Figures cell(Cell cell, double bleu, double sentencesPerSecond) {
        var norms = new Norms(List.of(1.0, 0.5, 0.005), cell.hasCellState() ? List.of(1.0, 0.9, 0.8) : List.of());
        cells.add(new CellResult(
                cell,
                1000L * cell.gates(),
                List.of(
                        new Score("words dev", "greedy", "BLEU", bleu + 2),
                        new Score("words test", "greedy", "BLEU", bleu - 1),
                        new Score("words test", "beam 4", "BLEU", bleu)),
                100 - bleu,
                new TrainingFigures(3, 300, 60, 5000.0 / cell.gates()),
                new Gradient(64, norms, norms),
                "abc"));
        speeds.add(new Speed(cell, "greedy", sentencesPerSecond, 10 * sentencesPerSecond));
        return this;
    }

    Figures copies(Cell cell, double atGap5, double atGap20) {
        var norms = new Norms(List.of(1.0, 0.1), List.of());
        copies.add(new CopyRun.Result(cell, 5, atGap5, atGap5 / 2, 1, norms, norms));
        copies.add(new CopyRun.Result(cell, 20, atGap20, atGap20 / 2, 1, norms, norms));
        return this;
    }

    Comparison build() {
        var plan = copies.isEmpty() ? null : CopyRun.CopyPlan.of(List.of(5, 20), 100, 1);
        return new Comparison("words <&>", cells, speeds, 500, 5, plan, copies);
    }
}
