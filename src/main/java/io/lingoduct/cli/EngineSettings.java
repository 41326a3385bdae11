package io.lingoduct.cli;

import io.lingoduct.cli.KeyOptions.KeyOption;
import io.lingoduct.config.Given;
import io.lingoduct.config.Section;
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
import picocli.CommandLine.ParameterException;

/** The options of every command that translates lines: how a model is searched and how its batches are run. */
final class EngineSettings {

    private final KeyOptions keys = new KeyOptions(
            KeyOption.of(SearchOptions.BEAM_SIZE, "--beam", "K"),
            KeyOption.of(SearchOptions.LENGTH_PENALTY, "--length-penalty", "A"),
            KeyOption.of(SearchOptions.COVERAGE_PENALTY, "--coverage-penalty", "B"),
            KeyOption.of(SearchOptions.NO_REPEAT_NGRAM, "--no-repeat-ngram", "N"),
            KeyOption.of(
                    SearchOptions.SHORTLIST,
                    false,
                    "--no-shortlist",
                    "Choose among all target tokens and not only among likely ones: slower, to compare."),
            KeyOption.of(EngineOptions.THREADS, "--threads", "N"),
            KeyOption.of(EngineOptions.BATCH_TOKENS, "--batch-tokens", "N"),
            KeyOption.of(
                    EngineOptions.FRONT,
                    false,
                    "--no-front",
                    "Give texts to the model as they are, and take what it writes, to compare."),
            KeyOption.of(EngineOptions.CACHE_SEGMENTS, "--cache-segments", "N"),
            KeyOption.of(Device.KEY, "--device", "DEVICE"));

    private CommandSpec spec;
    private boolean scores;

    /** Gives a command these options. */
    void addTo(CommandSpec command) {
        spec = command;
        keys.addTo(command);
    }

    /** Values given on the command line, of each kind of options. */
    private record Values(Given<SearchOptions> search, Given<EngineOptions> batching, Device device) {

        static Values read(Section section) {
            return new Values(
                    SearchOptions.KEYS.readGiven(section),
                    EngineOptions.KEYS.readGiven(section),
                    Device.parse(section.get(Device.KEY)));
        }
    }

    /** To be called first by a command that shows what the hypotheses score. */
    void wantScores() {
        scores = true;
    }

    /** The names of those that were given. */
    List<String> given() {
        return keys.given();
    }

    /** Faults of the values, each with its option; empty where there are none. */
    List<String> faults() {
        return keys.faults(Values::read);
    }

    /** @throws ParameterException with all {@link #faults} */
    EngineOptions options(OnnxTranslator translator) {
        var values = keys.read(Values::read);
        return values.batching()
                .over(EngineOptions.defaults().withFront(true))
                .withSearch(search(values, translator.defaultSearch()));
    }

    private SearchOptions search(Values values, SearchOptions ofBundle) {
        return values.search().over(ofBundle).withScores(scores);
    }

    /**
     * Loads a bundle for the device and the search that were asked for.
     *
     * @throws ParameterException with all {@link #faults}, or if the model cannot be searched so
     */
    OnnxTranslator load(Path bundle) {
        var values = keys.read(Values::read);
        return orRefused(() -> {
            var opened = ModelBundle.open(bundle);
            return OnnxTranslator.load(opened, values.device(), search(values, opened.defaultSearch()));
        });
    }

    /** @throws ParameterException if a value is more than the model accepts */
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
