package io.lingoduct.engine;

import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import io.lingoduct.text.SegmentedText;
import io.lingoduct.text.TextSegmenter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * Cuts texts into segments, sends these through an engine and rebuilds the texts around the translations. Keeps the order
 * of a text's segments whatever the order in which batches end. Cancelling a text's future cancels its segments. A text of
 * at most {@value #INTERACTIVE_SEGMENTS} segments is taken for a small request and gets ahead of larger ones, see
 * {@link Priority}.
 */
public final class SegmentingTextTranslator implements TextTranslator {

    /** Most segments of a text whose sender is taken to wait for it: a chat message, not a document. */
    static final int INTERACTIVE_SEGMENTS = 4;

    private final TranslationEngine engine;
    private final TextSegmenter segmenter;
    private final int maxTokens;

    public SegmentingTextTranslator(TranslationEngine engine) {
        this.engine = engine;
        var model = engine.model();
        this.maxTokens = model.maxSourceTokens();
        this.segmenter = new TextSegmenter(model.sourceLanguage(), maxTokens);
    }

    @Override
    public ModelInfo model() {
        return engine.model();
    }

    @Override
    public CompletableFuture<TranslatedText> translate(String text) {
        return translate(text, this::rebuild);
    }

    /** Translates as {@link #translate(String)} does, and adds the text's score. */
    public CompletableFuture<ScoredText> translateScored(String text) {
        return translate(
                text,
                (source, translations) -> new ScoredText(
                        rebuild(source, translations),
                        translations.stream()
                                .mapToDouble(Translation::score)
                                .average()
                                .orElse(0)));
    }

    private <T> CompletableFuture<T> translate(String text, BiFunction<SegmentedText, List<Translation>, T> assemble) {
        var result = new CompletableFuture<T>();
        try {
            var counted = new CountedSegments(engine.translator(), maxTokens);
            var source = segmenter.split(text, counted::count);
            var segments = new ArrayList<CompletableFuture<Translation>>(
                    source.segments().size());
            var priority = source.segments().size() <= INTERACTIVE_SEGMENTS ? Priority.INTERACTIVE : Priority.BULK;
            source.segments()
                    .forEach(segment -> segments.add(counted.find(segment)
                            .map(encoded -> engine.submit(encoded, priority))
                            .orElseGet(() -> engine.submit(segment, priority))));
            CompletableFuture.allOf(segments.toArray(CompletableFuture[]::new)).whenComplete((done, failure) -> {
                if (failure != null) {
                    result.completeExceptionally(asTranslationException(failure.getCause()));
                    return;
                }
                try {
                    var translations =
                            segments.stream().map(CompletableFuture::join).toList();
                    result.complete(assemble.apply(source, translations));
                } catch (RuntimeException | Error e) {
                    // Nobody else would see it, and who waits for the text would wait for good.
                    result.completeExceptionally(asTranslationException(e));
                }
            });
            result.whenComplete((translation, failure) -> {
                if (result.isCancelled()) {
                    segments.forEach(segment -> segment.cancel(false));
                }
            });
        } catch (RuntimeException e) {
            result.completeExceptionally(asTranslationException(e));
        }
        return result;
    }

    private TranslatedText rebuild(SegmentedText source, List<Translation> translations) {
        return new TranslatedText(
                source.join(
                        translations.stream().map(Translation::text).toList(),
                        engine.model().targetLanguage()),
                translations.size(),
                translations.stream().allMatch(Translation::complete),
                engine.model());
    }

    private static TranslationException asTranslationException(Throwable failure) {
        return failure instanceof TranslationException translationException
                ? translationException
                : new TranslationException("the text cannot be translated: " + failure, failure);
    }
}
