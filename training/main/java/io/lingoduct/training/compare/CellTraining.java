package io.lingoduct.training.compare;

import com.fasterxml.jackson.core.type.TypeReference;
import io.lingoduct.model.bundle.Checksums;
import io.lingoduct.model.bundle.ManifestFile;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.training.compare.CellResult.Gradient;
import io.lingoduct.training.compare.CellResult.Score;
import io.lingoduct.training.compare.CellResult.TrainingFigures;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.loop.ProgressDisplay;
import io.lingoduct.training.loop.validation.Perplexity;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.GradientProbe;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.report.RunHistory;
import io.lingoduct.training.report.RunLog;
import io.lingoduct.training.run.TrainingRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bytedeco.pytorch.global.torch;

/**
 * Training of one model with each cell: a run and a bundle of its own for each, and the figures that a comparison needs of
 * it, kept beside the run's folder.
 *
 * @param config whose cell is replaced
 * @param runFolder of the comparison
 */
record CellTraining(RunConfig config, Path runFolder, ProgressDisplay display) {

    private static final int GRADIENT_SENTENCES = 64;

    /**
     * Trains the model with a cell, or takes the figures that are there.
     *
     * @param stop asked after each update
     * @return empty if the user stopped the run
     */
    Optional<CellResult> result(Cell cell, BooleanSupplier stop) throws IOException {
        var file = new ResultFile<>(
                runFolder.resolve(name(cell) + ".json"), config.text(), new TypeReference<CellResult>() {});
        var known = file.read();
        if (known.isPresent() && Files.exists(bundle(cell).resolve(ManifestFile.NAME))) {
            display.say("It is trained already");
            return known;
        }
        var folder = runFolder.resolve(name(cell));
        var trained = new TrainingRun(configOf(cell), folder, bundle(cell), display).execute(false, stop);
        if (trained.isEmpty()) {
            return Optional.empty();
        }
        var result = result(cell, trained.get(), RunHistory.of(RunLog.read(folder.resolve(RunLog.FILE_NAME))));
        file.write(result);
        return Optional.of(result);
    }

    private RunConfig configOf(Cell cell) {
        return config.withName(config.model().name() + "-" + name(cell))
                .withNetwork(config.network().withCell(cell))
                .withText("# Trained by compare, with the cell %s whatever is named below.\n%s"
                        .formatted(name(cell), config.text()));
    }

    private CellResult result(Cell cell, TrainingRun.Result trained, RunHistory history) throws IOException {
        var scores = ManifestFile.read(bundle(cell).resolve(ManifestFile.NAME)).scores().stream()
                .map(score -> new Score(score.data(), score.search(), score.metric(), score.value()))
                .toList();
        var outcome = trained.outcome();
        var figures =
                new TrainingFigures(outcome.epochs(), outcome.updates(), outcome.seconds(), history.tokensPerSecond());
        return new CellResult(
                cell,
                trained.network().parameterCount(),
                scores,
                Perplexity.of(trained.network(), trained.dev()),
                figures,
                gradient(trained),
                Checksums.sha256(ModelBundle.open(bundle(cell)).tokenizerFile()));
    }

    private Gradient gradient(TrainingRun.Result trained) {
        var sample = GradientSample.of(
                trained.dev(), GRADIENT_SENTENCES, config.training().seed());
        // The weights that the run began with: they are drawn from this seed first of all.
        torch.manual_seed(config.training().seed());
        var untrained = new Seq2Seq(trained.network().config());
        return new Gradient(
                sample.pairs().size(),
                GradientProbe.decoder(untrained, sample.pairs(), sample.distance()),
                GradientProbe.decoder(trained.network(), sample.pairs(), sample.distance()));
    }

    /** Folder of a cell's bundle. */
    Path bundle(Cell cell) {
        return runFolder.resolve("bundles").resolve(name(cell));
    }

    /** Cell as users write it. */
    static String name(Cell cell) {
        return cell.name().toLowerCase(Locale.ROOT);
    }
}
