package io.lingoduct.cli;

import io.lingoduct.engine.EngineOptions;
import io.lingoduct.engine.TranslationEngine;
import io.lingoduct.model.Device;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.runtime.OnnxTranslator;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that translates lines: how a model is searched and how its batches are run. */
final class EngineSettings {

    private static final List<String> NAMES = List.of(
            "--beam",
            "--length-penalty",
            "--coverage-penalty",
            "--no-repeat-ngram",
            "--no-shortlist",
            "--threads",
            "--batch-tokens",
            "--cache-segments",
            "--device");

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--beam",
            paramLabel = "K",
            description = "Hypotheses kept per segment; 1 is greedy. Default: as the bundle says.")
    private Integer beamSize;

    @Option(
            names = "--length-penalty",
            paramLabel = "A",
            description = "Exponent of the length in a hypothesis' score. Default: as the bundle says.")
    private Float lengthPenalty;

    @Option(
            names = "--coverage-penalty",
            paramLabel = "B",
            description = "Weight of what a hypothesis loses for source words it did not look at. Default: 0.")
    private float coveragePenalty;

    @Option(
            names = "--no-repeat-ngram",
            paramLabel = "N",
            description = "No translation says the same N tokens twice. Default: 0, no limit.")
    private int noRepeatNgram;

    @Option(
            names = "--no-shortlist",
            description = "Choose among all target tokens and not only among likely ones: slower, to compare.")
    private boolean noShortlist;

    @Option(
            names = "--device",
            paramLabel = "DEVICE",
            description = "auto, cpu, cuda or cuda:N; the CPU serves where there is no such GPU. Default: auto.")
    private String device = "auto";

    @Option(names = "--threads", paramLabel = "N", description = "Batches run at once. Default: one for each core.")
    private Integer threads;

    @Option(
            names = "--batch-tokens",
            paramLabel = "N",
            description = "Source tokens in a batch, padding included, times the beam. Default: 2048.")
    private Integer batchTokens;

    @Option(
            names = "--cache-segments",
            paramLabel = "N",
            description = "Translations kept for sentences that come again; changes no translation. Default: 0, none.")
    private Integer cacheSegments;

    private boolean scores;

    /** To be called first by a command that shows what the hypotheses score. */
    void wantScores() {
        scores = true;
    }

    /** The names of those that were given. */
    List<String> given() {
        return NAMES.stream()
                .filter(name -> spec.commandLine().getParseResult().hasMatchedOption(name))
                .toList();
    }

    /** @throws ParameterException if a value is out of range */
    EngineOptions options(OnnxTranslator translator) {
        return orRefused(() -> {
            var options = EngineOptions.defaults().withSearch(search(translator.defaultSearch()));
            options = threads == null ? options : options.withParallelRuns(threads);
            options = batchTokens == null ? options : options.withBatchTokens(batchTokens);
            return cacheSegments == null ? options : options.withCacheSegments(cacheSegments);
        });
    }

    private SearchOptions search(SearchOptions ofBundle) {
        return new SearchOptions(
                beamSize == null ? ofBundle.beamSize() : beamSize,
                lengthPenalty == null ? ofBundle.lengthPenalty() : lengthPenalty,
                coveragePenalty,
                noRepeatNgram,
                !noShortlist,
                scores);
    }

    /**
     * Loads a bundle for the device and the search that were asked for.
     *
     * @throws ParameterException if there is no such kind of device, or the model cannot be searched so
     */
    OnnxTranslator load(Path bundle) {
        return orRefused(() -> {
            var wanted = Device.parse(device);
            var opened = ModelBundle.open(bundle);
            return OnnxTranslator.load(opened, wanted, search(opened.defaultSearch()));
        });
    }

    /** @throws ParameterException if a value is out of range or more than the model accepts */
    TranslationEngine newEngine(OnnxTranslator translator) {
        var options = options(translator);
        return orRefused(() -> {
            translator.requireSearch(options.search());
            return new TranslationEngine(translator, options);
        });
    }

    private <T> T orRefused(Supplier<T> action) {
        try {
            return action.get();
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
