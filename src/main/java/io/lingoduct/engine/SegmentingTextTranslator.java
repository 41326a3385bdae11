package io.lingoduct.engine;

import io.lingoduct.front.Front;
import io.lingoduct.front.PreparedText;
import io.lingoduct.front.SegmentResult;
import io.lingoduct.front.Step;
import io.lingoduct.front.TextQuality;
import io.lingoduct.front.quality.SegmentFacts;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.TranslationException;
import io.lingoduct.text.segment.Utf8Length;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;

/**
 * Prepares texts, sends their segments through an engine and rebuilds the texts around the translations. Keeps the order
 * of a text's segments whatever the order in which batches end. Cancelling a text's future cancels its segments. Texts that
 * are submitted together are a message: they fail with a {@link TextLimitException} if they are larger, or take more
 * processor time, than the engine's options allow. A text of at most {@value #INTERACTIVE_SEGMENTS} segments is taken for a
 * small request and gets ahead of larger ones, see {@link Priority}.
 */
public final class SegmentingTextTranslator implements TextTranslator {

    /** Most segments of a text whose sender is taken to wait for it: a chat message, not a document. */
    static final int INTERACTIVE_SEGMENTS = 4;

    private final TranslationEngine engine;
    private final Front front;
    private final int maxTokens;

    public SegmentingTextTranslator(TranslationEngine engine) {
        this.engine = engine;
        this.maxTokens = engine.model().maxSourceTokens();
        this.front = engine.newFront();
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
                        (source, results) -> new ScoredText(
                                rebuild(source, results),
                                results.stream()
                                        .mapToDouble(SegmentResult::score)
                                        .average()
                                        .orElse(0),
                                results.stream()
                                        .flatMap(result -> result.facts().stream())
                                        .toList()))
                .get(0);
    }

    private <T> List<CompletableFuture<T>> translateAll(
            List<SourceText> texts, BiFunction<PreparedText, List<SegmentResult>, T> assemble) {
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
        return texts.stream().map(text -> translate(text, budget, assemble)).toList();
    }

    private <T> CompletableFuture<T> translate(
            SourceText text, WorkBudget budget, BiFunction<PreparedText, List<SegmentResult>, T> assemble) {
        var result = new CompletableFuture<T>();
        try {
            var tokenized = new TokenizedSegments(engine.translator(), maxTokens);
            var source = front.prepare(text.text(), text.options(), tokenized);
            var priority = source.segments().size() <= INTERACTIVE_SEGMENTS ? Priority.INTERACTIVE : Priority.BULK;
            var runs = new SegmentRuns(engine, tokenized, priority, budget);
            var segments = start(source.segments(), runs, budget);
            if (segments.size() < source.segments().size()) {
                runs.cancel();
                result.completeExceptionally(TextLimitException.tooMuchWork(budget.limit()));
                return result;
            }
            CompletableFuture.allOf(segments.toArray(CompletableFuture[]::new)).whenComplete((done, failure) -> {
                if (failure != null) {
                    result.completeExceptionally(asTranslationException(failure.getCause()));
                    return;
                }
                try {
                    var results = segments.stream().map(CompletableFuture::join).toList();
                    result.complete(assemble.apply(source, results));
                } catch (RuntimeException | Error e) {
                    // Nobody else would see it, and who waits for the text would wait for good.
                    result.completeExceptionally(asTranslationException(e));
                }
            });
            budget.whenExhausted(() -> result.completeExceptionally(TextLimitException.tooMuchWork(budget.limit())));
            result.whenComplete((translation, failure) -> {
                if (failure != null) {
                    runs.cancel();
                }
            });
        } catch (RuntimeException e) {
            result.completeExceptionally(asTranslationException(e));
        }
        return result;
    }

    /** Starts on the segments, on fewer than there are if the budget is exhausted before. */
    private static List<CompletableFuture<SegmentResult>> start(
            List<Step> segments, SegmentRuns runs, WorkBudget budget) {
        var started = new ArrayList<CompletableFuture<SegmentResult>>(segments.size());
        for (var segment : segments) {
            if (budget.isExhausted()) {
                break;
            }
            started.add(runs.start(segment));
        }
        return started;
    }

    private TranslatedText rebuild(PreparedText source, List<SegmentResult> results) {
        return new TranslatedText(
                source.join().apply(results),
                results.size(),
                results.stream().allMatch(SegmentResult::complete),
                engine.model(),
                TextQuality.of(results.stream().map(SegmentResult::quality).toList()));
    }

    private static TranslationException asTranslationException(Throwable failure) {
        return failure instanceof TranslationException translationException
                ? translationException
                : new TranslationException("the text cannot be translated: " + failure, failure);
    }

    /**
     * A translated text and its score.
     *
     * @param score mean of the segments' scores, see {@link io.lingoduct.model.Translation#score()}; 0 without segments
     * @param facts of the segments that a model translated whole, in their order
     */
    public record ScoredText(TranslatedText translation, double score, List<SegmentFacts> facts) {}
}
