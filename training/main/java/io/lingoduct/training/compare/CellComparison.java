package io.lingoduct.training.compare;

import com.fasterxml.jackson.core.type.TypeReference;
import io.lingoduct.model.bundle.Checksums;
import io.lingoduct.model.bundle.ManifestFile;
import io.lingoduct.training.compare.CopyRun.CopyPlan;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.corpus.ParallelText;
import io.lingoduct.training.corpus.SentencePair;
import io.lingoduct.training.loop.ProgressDisplay;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.run.Corpora;
import io.lingoduct.training.run.Fingerprint;
import io.lingoduct.training.run.RunFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BooleanSupplier;

/**
 * Trains the same model with each cell and measures what came of it. All else is the same: data, vocabulary, seed, sizes.
 * The result of each part is kept in the run folder as soon as it is there; what is there is not computed again.
 */
public final class CellComparison {

    private static final int DECODED_SENTENCES = 500;
    private static final int REPETITIONS = 5;

    private final RunConfig config;
    private final List<Cell> cells;
    private final CopyPlan copyPlan;
    private final Path runFolder;
    private final ProgressDisplay display;
    private final CellTraining training;

    /**
     * @param config whose cell is replaced by each of {@code cells}
     * @param copySettings null to leave the copy task out
     * @param runFolder made if it is not there; holds a folder for each cell's run, the bundles, and finished results
     */
    public CellComparison(
            RunConfig config, List<Cell> cells, CopySettings copySettings, Path runFolder, ProgressDisplay display) {
        this.config = config;
        this.cells = List.copyOf(cells);
        this.copyPlan = copySettings == null
                ? null
                : CopyPlan.of(
                        copySettings.gaps(),
                        copySettings.updates(),
                        config.training().seed());
        this.runFolder = runFolder;
        this.display = display;
        this.training = new CellTraining(config, runFolder, display);
    }

    /** @param gaps distractors between what is to be copied and the marker, rising */
    public record CopySettings(List<Integer> gaps, int updates) {}

    /**
     * Computes what is not there yet and writes the report.
     *
     * @param output folder of the report; made if it is not there
     * @param restart whether to throw away what is in the run folder
     * @return false if the user stopped it before the end
     * @throws io.lingoduct.training.files.UnusableFileException if a text is not there, or the run folder holds something else
     */
    public boolean execute(Path output, boolean restart) throws IOException {
        return execute(output, restart, () -> false);
    }

    /** @param stop asked after each update of a cell's training */
    boolean execute(Path output, boolean restart, BooleanSupplier stop) throws IOException {
        Corpora.requireFiles(config.data());
        try (var folder = RunFolder.open(runFolder, fingerprint(), restart)) {
            return compute(output, stop);
        }
    }

    /** Changes with all that figures depend on. */
    private Fingerprint fingerprint() throws IOException {
        return Fingerprint.of(config).with("text of the configuration", Fingerprint.content(config.text()));
    }

    private boolean compute(Path output, BooleanSupplier stop) throws IOException {
        // Before any training: a folder that cannot be written to should not take hours to be noticed.
        Files.createDirectories(output);
        var results = new ArrayList<CellResult>();
        for (var cell : cells) {
            display.say("Model with %s, %d of %d".formatted(CellTraining.name(cell), results.size() + 1, cells.size()));
            var result = training.result(cell, stop);
            if (result.isEmpty()) {
                return false;
            }
            results.add(result.get());
        }
        requireOneVocabulary(results);
        var sources = sources();
        var decoding = decoding(sources);
        var copies = copyPlan == null ? List.<CopyRun.Result>of() : copies();
        var comparison =
                new Comparison(config.model().name(), results, decoding, sources.size(), REPETITIONS, copyPlan, copies);
        new ComparisonReport(comparison).write(output);
        display.say("Report written: " + output.resolve(ComparisonReport.PAGE));
        return true;
    }

    private static void requireOneVocabulary(List<CellResult> results) {
        if (results.stream().map(CellResult::vocabularySha256).distinct().count() > 1) {
            throw new IllegalStateException("the cells were trained with different vocabularies, so that they cannot be"
                    + " compared; start over with --restart");
        }
    }

    /** Of the test set, or of the dev set where there is none. */
    private List<String> sources() {
        var data = config.data();
        var corpus = data.test() == null ? data.dev() : data.test();
        return ParallelText.read(corpus.source(), corpus.target()).stream()
                .limit(DECODED_SENTENCES)
                .map(SentencePair::source)
                .toList();
    }

    private List<DecodingSpeed.Speed> decoding(List<String> sources) throws IOException {
        var bundles = new LinkedHashMap<Cell, Path>();
        var settings = new StringBuilder("%d sentences, %d times".formatted(sources.size(), REPETITIONS));
        for (var cell : cells) {
            bundles.put(cell, training.bundle(cell));
            settings.append(", ").append(Checksums.sha256(training.bundle(cell).resolve(ManifestFile.NAME)));
        }
        var file = new ResultFile<>(
                runFolder.resolve("decoding.json"),
                settings.toString(),
                new TypeReference<List<DecodingSpeed.Speed>>() {});
        var known = file.read();
        if (known.isPresent()) {
            return known.get();
        }
        display.say("Decoding speed: %,d sentences, %d times with each cell".formatted(sources.size(), REPETITIONS));
        var speeds = new DecodingSpeed(sources, REPETITIONS).measure(bundles);
        file.write(speeds);
        return speeds;
    }

    private List<CopyRun.Result> copies() throws IOException {
        var copies = new ArrayList<CopyRun.Result>();
        int all = cells.size() * copyPlan.gaps().size();
        for (int gap : copyPlan.gaps()) {
            for (var cell : cells) {
                var result = copy(cell, gap);
                copies.add(result);
                display.say(String.format(
                        Locale.ROOT,
                        "Copy after a gap of %d with %s, %d of %d: %.1f %% of symbols right (%.0f s)",
                        gap,
                        CellTraining.name(cell),
                        copies.size(),
                        all,
                        100 * result.symbols(),
                        result.seconds()));
            }
        }
        return copies;
    }

    private CopyRun.Result copy(Cell cell, int gap) throws IOException {
        var settings = Fingerprint.hash(Map.of("task", copyPlan.task(), "training", copyPlan.training()));
        var file = new ResultFile<>(
                runFolder.resolve("copy-%s-%d.json".formatted(CellTraining.name(cell), gap)),
                settings,
                new TypeReference<CopyRun.Result>() {});
        var known = file.read();
        if (known.isPresent()) {
            return known.get();
        }
        var result = new CopyRun(copyPlan).run(cell, gap);
        file.write(result);
        return result;
    }
}
