package io.lingoduct.cli;

import io.lingoduct.engine.EngineOptions;
import io.lingoduct.engine.TranslationEngine;
import io.lingoduct.model.OnnxTranslator;
import io.lingoduct.model.SearchOptions;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of every command that translates lines: how a model is searched and how its batches are run. */
final class EngineSettings {

    private static final List<String> NAMES =
            List.of("--beam", "--length-penalty", "--threads", "--batch-tokens", "--cache-segments");

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

    @Option(names = "--threads", paramLabel = "N", description = "Batches run at once. Default: one for each core.")
    private Integer threads;

    @Option(
            names = "--batch-tokens",
            paramLabel = "N",
            description = "Source tokens in a batch, padding included. Default: 2048.")
    private Integer batchTokens;

    @Option(
            names = "--cache-segments",
            paramLabel = "N",
            description = "Translations kept for sentences that come again; changes no translation. Default: 0, none.")
    private Integer cacheSegments;

    /** The names of those that were given. */
    List<String> given() {
        return NAMES.stream()
                .filter(name -> spec.commandLine().getParseResult().hasMatchedOption(name))
                .toList();
    }

    /** @throws ParameterException if a value is out of range */
    EngineOptions options(OnnxTranslator translator) {
        try {
            var ofBundle = translator.defaultSearch();
            var options = EngineOptions.defaults()
                    .withSearch(new SearchOptions(
                            beamSize == null ? ofBundle.beamSize() : beamSize,
                            lengthPenalty == null ? ofBundle.lengthPenalty() : lengthPenalty));
            options = threads == null ? options : options.withParallelRuns(threads);
            options = batchTokens == null ? options : options.withBatchTokens(batchTokens);
            return cacheSegments == null ? options : options.withCacheSegments(cacheSegments);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    /** @throws ParameterException if a value is out of range or more than the model accepts */
    TranslationEngine newEngine(OnnxTranslator translator) {
        var options = options(translator);
        try {
            return new TranslationEngine(translator, options);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }
}
