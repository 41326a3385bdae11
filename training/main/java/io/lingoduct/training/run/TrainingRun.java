package io.lingoduct.training.run;

import io.lingoduct.config.ConfigException;
import io.lingoduct.model.bundle.BundleManifest;
import io.lingoduct.process.StopSignal;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.bundle.BundleExport;
import io.lingoduct.training.bundle.BundleWriter;
import io.lingoduct.training.bundle.HeldOut;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.files.UnusableFileException;
import io.lingoduct.training.loop.ProgressDisplay;
import io.lingoduct.training.loop.Trainer;
import io.lingoduct.training.loop.validation.Validation;
import io.lingoduct.training.network.Seq2Seq;
import io.lingoduct.training.report.RunReport;
import io.lingoduct.training.report.RunSummary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.bytedeco.pytorch.Device;

/** One run from parallel text to a model bundle: read, clean, learn the vocabulary, train, export. */
public final class TrainingRun {

    private final RunConfig config;
    private final Path runFolder;
    private final Path bundle;
    private final ProgressDisplay display;

    public TrainingRun(RunConfig config, Path runFolder, Path bundle, ProgressDisplay display) {
        this.config = config;
        this.runFolder = runFolder;
        this.bundle = bundle;
        this.display = display;
    }

    /**
     * A finished run, as far as it is still in memory.
     *
     * @param network with the weights of the bundle
     * @param dev the dev set as token ids
     */
    public record Result(Seq2Seq network, List<EncodedPair> dev, Trainer.Outcome outcome) {}

    /**
     * @param restart whether to throw away what an earlier run left in the folder
     * @return empty where the user stopped the run before its end
     * @throws UnusableFileException if a text, the run's folder or the bundle's place cannot be used
     * @throws ConfigException if a setting does not fit the texts or this machine
     * @throws IllegalStateException if the network has learnt nothing, or its graph does not say what it says; there is no
     *     bundle then, or still the older one
     */
    public Optional<Result> execute(boolean restart) throws IOException {
        return execute(restart, () -> false);
    }

    /**
     * The same for a run that may be stopped by others than the user.
     *
     * @param stop asked after each update, as is whether the process was told to end
     */
    public Optional<Result> execute(boolean restart, BooleanSupplier stop) throws IOException {
        var writer = new BundleWriter(bundle);
        requireApart();
        Corpora.requireFiles(config.data());
        var device = NewNetwork.device(config.training());
        var start = StartingPoint.of(config, runFolder);
        try (var folder = RunFolder.open(runFolder, Fingerprint.of(config, start), restart)) {
            if (start.isPresent()) {
                start.get().copyVocabularies(folder.path());
            }
            var corpora = Corpora.read(config, folder.path(), display);
            try (var vocabularies = Vocabularies.of(config.vocabulary(), folder.path(), corpora.train(), display)) {
                var network = NewNetwork.of(config, vocabularies, device);
                display.say("Network: %,d parameters".formatted(network.parameterCount()));
                var history = config.text();
                if (start.isPresent()) {
                    start.get().copyWeights(network);
                    display.say(start.get().toString());
                    history = start.get().history(history);
                }
                StartingSource.OfRun.describe(network.config(), history, folder.path());
                var shortlist = new RunShortlist(config.shortlist(), vocabularies, start, display);
                var export = new BundleExport(config.withText(history), writer, display);
                return train(folder, corpora, vocabularies, shortlist, export, network, stop);
            }
        }
    }

    /** A bundle takes the place of the whole folder that was there. */
    private void requireApart() {
        if (runFolder
                .toAbsolutePath()
                .normalize()
                .startsWith(bundle.toAbsolutePath().normalize())) {
            throw new UnusableFileException(
                    bundle,
                    "is or holds the run's folder, " + runFolder
                            + ", which the bundle would replace; choose another --output");
        }
    }

    private Optional<Result> train(
            RunFolder folder,
            Corpora corpora,
            Vocabularies vocabularies,
            RunShortlist shortlist,
            BundleExport export,
            Seq2Seq network,
            BooleanSupplier stop)
            throws IOException {
        var tokens = EncodedCorpora.of(config, corpora, vocabularies, display);
        var validation = new Validation(
                corpora.dev(),
                tokens.dev(),
                vocabularies.target(),
                config.search().limits(),
                config.data().scoring().bleu());
        var summary = summary(network, List.of());
        try (var recorder = new RunRecorder(
                folder.path(), summary, corpora.dev(), tokens.dev(), vocabularies.source(), vocabularies.target())) {
            var trainer = new Trainer(network, config.training(), tokens.learnt(), folder.path(), display, recorder);
            var outcome = untilStopped(trainer, validation, stop);
            if (!outcome.finished()) {
                return Optional.empty();
            }
            display.say("Best dev BLEU %.2f, in epoch %d".formatted(outcome.bestBleu(), outcome.bestEpoch()));
            requireBetterThanGuessing(outcome, network);
            network.moveTo(new Device("cpu"));
            var files = new ArrayList<>(vocabularies.files());
            shortlist.write(tokens.train(), tokens.dev(), folder.path()).ifPresent(files::add);
            var heldOut = new HeldOut(corpora.dev(), tokens.dev(), corpora.test(), tokens.test());
            var scores = export.write(network, files, heldOut, outcome);
            display.say("Bundle written: " + bundle);
            recorder.finish(scores.stream().map(TrainingRun::row).toList());
            display.say("Report: " + folder.path().resolve(RunReport.FILE_NAME));
            return Optional.of(new Result(network, tokens.dev(), outcome));
        }
    }

    /** Keeps weights that a far too high rate has ruined from taking the place of a bundle that works. */
    private static void requireBetterThanGuessing(Trainer.Outcome outcome, Seq2Seq network) {
        int guessing = network.config().targetVocabulary();
        // Turned around, since it may be no number either.
        if (!(outcome.bestPerplexity() < guessing)) {
            throw new IllegalStateException(
                    ("the network has learnt nothing: the best weights have a dev perplexity of %.4g, and guessing has one of"
                                    + " %d; lower training.learning-rate, raise training.warmup-updates or train for"
                                    + " longer; no bundle was written")
                            .formatted(outcome.bestPerplexity(), guessing));
        }
    }

    private RunSummary summary(Seq2Seq network, List<RunSummary.Score> scores) {
        return new RunSummary(
                config.model().name(),
                config.model().sourceLanguage(),
                config.model().targetLanguage(),
                network.parameterCount(),
                config.text(),
                scores);
    }

    private static RunSummary.Score row(BundleManifest.Score score) {
        return new RunSummary.Score(score.data(), score.search(), score.metric(), score.value());
    }

    private Trainer.Outcome untilStopped(Trainer trainer, Validation validation, BooleanSupplier stop)
            throws IOException {
        try (var interrupt = StopSignal.onInterrupt()) {
            var outcome = trainer.train(validation::measure, () -> interrupt.getAsBoolean() || stop.getAsBoolean());
            if (!outcome.finished()) {
                display.say(
                        "Stopped after update %,d; the same command goes on from there".formatted(outcome.updates()));
            }
            return outcome;
        }
    }
}
