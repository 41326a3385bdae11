package io.lingoduct.engine;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.Translator;
import io.lingoduct.text.segment.SegmentedText;
import io.lingoduct.text.segment.TextSegmenter;
import io.lingoduct.text.segment.Utf8Length;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * Cuts texts into segments, sends these through an engine and rebuilds the texts around the translations. Keeps the order
 * of a text's segments whatever the order in which batches end. Cancelling a text's future cancels its segments. Texts that
 * are submitted together are a message: they fail with a {@link TextLimitException} if they are larger, or take more
 * processor time, than the engine's options allow. A text of at most {@value #INTERACTIVE_SEGMENTS} segments is taken for a
 * small request and gets ahead of larger ones, see {@link Priority}.
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
        return translateAll(List.of(SourceText.plain(text))).get(0);
    }

    @Override
    public List<CompletableFuture<TranslatedText>> translateAll(List<SourceText> texts) {
        return translateAll(texts, this::rebuild);
    }

    /** Translates as {@link #translate(String)} does, and adds the text's score. */
    public CompletableFuture<ScoredText> translateScored(String text) {
        return translateAll(
                        List.of(SourceText.plain(text)),
                        (source, translations) -> new ScoredText(
                                rebuild(source, translations),
                                translations.stream()
                                        .mapToDouble(Translation::score)
                                        .average()
                                        .orElse(0)))
                .get(0);
    }

    private <T> List<CompletableFuture<T>> translateAll(
            List<SourceText> texts, BiFunction<SegmentedText, List<Translation>, T> assemble) {
        var options = engine.options();
        long bytes = options.maxTextBytes() == 0
                ? 0
                : texts.stream().mapToLong(text -> Utf8Length.of(text.text())).sum();
        if (bytes > options.maxTextBytes()) {
            var tooLarge = TextLimitException.tooLarge(bytes, options.maxTextBytes());
            return texts.stream()
                    .map(text -> CompletableFuture.<T>failedFuture(tooLarge))
                    .toList();
        }
        var budget = WorkBudget.of(options.messageWork());
        return texts.stream()
                .map(text -> translate(text.text(), budget, assemble))
                .toList();
    }

    private <T> CompletableFuture<T> translate(
            String text, WorkBudget budget, BiFunction<SegmentedText, List<Translation>, T> assemble) {
        var result = new CompletableFuture<T>();
        try {
            var counted = new CountedSegments(engine.translator(), maxTokens);
            var source = segmenter.split(text, counted::count, counted::accept);
            var segments = submit(source.segments(), counted, budget);
            if (segments.size() < source.segments().size()) {
                segments.forEach(segment -> segment.cancel(false));
                result.completeExceptionally(TextLimitException.tooMuchWork(budget.limit()));
                return result;
            }
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
            budget.whenExhausted(() -> result.completeExceptionally(TextLimitException.tooMuchWork(budget.limit())));
            result.whenComplete((translation, failure) -> {
                if (failure != null) {
                    segments.forEach(segment -> segment.cancel(false));
                }
            });
        } catch (RuntimeException e) {
            result.completeExceptionally(asTranslationException(e));
        }
        return result;
    }

    /**
     * Queues the segments, those that are the same once: a translation does not depend on where it stands. Gives fewer than
     * there are if the budget is exhausted before.
     */
    private List<CompletableFuture<Translation>> submit(
            List<String> segments, CountedSegments counted, WorkBudget budget) {
        var priority = segments.size() <= INTERACTIVE_SEGMENTS ? Priority.INTERACTIVE : Priority.BULK;
        var distinct = new HashMap<String, CompletableFuture<Translation>>();
        var submitted = new ArrayList<CompletableFuture<Translation>>(segments.size());
        for (var segment : segments) {
            if (budget.isExhausted()) {
                break;
            }
            submitted.add(distinct.computeIfAbsent(segment, same -> counted.find(same)
                    .map(encoded -> engine.submit(encoded, priority, budget))
                    .orElseGet(() -> engine.submit(same, priority))));
        }
        return submitted;
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

    /**
     * Tokenizes the segments of one text while they are counted, so that they need not be tokenized again to be translated, nor
     * when they come again. Not for several threads.
     */
    private static final class CountedSegments {

        private final Translator translator;
        private final int maxTokens;
        private final Map<String, EncodedSegment> accepted = new HashMap<>();

        /** Segments counted since one was accepted last; most of them were only tried. */
        private final Map<String, EncodedSegment> tried = new HashMap<>();

        CountedSegments(Translator translator, int maxTokens) {
            this.translator = translator;
            this.maxTokens = maxTokens;
        }

        /** Number of tokens, as {@link Translator#countTokens} has it. */
        int count(String segment) {
            var encoded = find(segment).orElseGet(() -> translator.encodeUnlimited(segment));
            int tokens = encoded.length() - 1;
            if (tokens <= maxTokens) {
                tried.put(segment, encoded);
            }
            return tokens;
        }

        /** Whether the model can read a segment, see {@link Translator#isReadable}; if so, it is kept. */
        boolean accept(String segment) {
            int tokens = count(segment);
            var encoded = tried.get(segment);
            boolean readable = encoded == null || translator.isReadable(encoded);
            if (readable && tokens <= maxTokens) {
                accepted.put(segment, encoded);
            }
            tried.clear();
            return readable;
        }

        /** A segment that was counted; empty if it is too long. */
        Optional<EncodedSegment> find(String segment) {
            return Optional.ofNullable(accepted.getOrDefault(segment, tried.get(segment)));
        }
    }

    /**
     * A translated text and its score.
     *
     * @param score mean of the segments' scores, see {@link io.lingoduct.model.Translation#score()}; 0 without segments
     */
    public record ScoredText(TranslatedText translation, double score) {}
}
