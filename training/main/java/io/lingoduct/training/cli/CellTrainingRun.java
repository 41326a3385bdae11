package io.lingoduct.training.cli;

import io.lingoduct.training.compare.CellTraining;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.loop.ProgressDisplay;
import io.lingoduct.training.report.RunEvent;
import io.lingoduct.training.report.RunHistory;
import io.lingoduct.training.report.RunLog;
import io.lingoduct.training.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Trains a cell as {@code lingoduct train} does. */
final class CellTrainingRun implements CellTraining {

    private final ProgressDisplay display;

    CellTrainingRun(ProgressDisplay display) {
        this.display = display;
    }

    @Override
    public Optional<Trained> train(RunConfig config, Path runFolder, Path bundle) throws IOException {
        var result = new TrainingRun(config, runFolder, bundle, display).execute(false);
        return result.isEmpty() ? Optional.empty() : Optional.of(trained(result.get(), runFolder));
    }

    private static Trained trained(TrainingRun.Result result, Path runFolder) throws IOException {
        var outcome = result.outcome();
        return new Trained(
                result.network(),
                result.dev(),
                outcome.epochs(),
                outcome.updates(),
                outcome.seconds(),
                tokensPerSecond(runFolder));
    }

    /** The median over the epochs: another program that takes the machine for a while does not change it. */
    private static double tokensPerSecond(Path runFolder) throws IOException {
        var speeds = RunHistory.of(RunLog.read(runFolder.resolve(RunLog.FILE_NAME))).epochs().stream()
                .map(RunEvent.EpochEnd::tokensPerSecond)
                .sorted()
                .toList();
        return speeds.get(speeds.size() / 2);
    }
}
