package io.lingoduct.translate;

import io.lingoduct.engine.TranslationEngine;
import io.lingoduct.model.Alignment;
import io.lingoduct.model.Translation;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * All hypotheses of the beam for each line. A line is one segment, however many sentences it has: hypotheses of several
 * segments have no order among them.
 */
public final class HypothesisLines implements LineTask<List<Translation>> {

    private final TranslationEngine engine;
    private final HypothesisFormat format;
    private final BiFunction<String, String, Alignment> aligner;

    public HypothesisLines(TranslationEngine engine, HypothesisFormat format) {
        this(engine, format, (source, target) -> null);
    }

    /** @param aligner the attention of a source and its best hypothesis, computed when a line is written */
    public HypothesisLines(
            TranslationEngine engine, HypothesisFormat format, BiFunction<String, String, Alignment> aligner) {
        this.engine = engine;
        this.format = format;
        this.aligner = aligner;
    }

    @Override
    public CompletableFuture<List<Translation>> submit(String line) {
        return line.isBlank() ? CompletableFuture.completedFuture(List.of()) : engine.submitForAll(line);
    }

    @Override
    public String output(long number, String line, Optional<List<Translation>> answer) {
        var translations = answer.orElse(List.of());
        var attention = translations.isEmpty()
                ? null
                : aligner.apply(line, translations.get(0).text());
        return format.text(new Hypotheses(number, translations, attention));
    }
}
