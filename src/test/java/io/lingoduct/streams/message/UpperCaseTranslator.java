package io.lingoduct.streams.message;

import io.lingoduct.engine.BrokenModelException;
import io.lingoduct.engine.EngineClosedException;
import io.lingoduct.engine.SegmentTimeoutException;
import io.lingoduct.engine.TextTranslator;
import io.lingoduct.engine.TranslatedText;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.TranslationException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;

/**
 * Translates at once by upper-casing, fails for texts with "poison", "crash", "closed", "broken", "unforeseen" or "overdue" in them, and
 * remembers what it was asked.
 */
public final class UpperCaseTranslator implements TextTranslator {

    public final List<String> asked = new ArrayList<>();

    @Override
    public ModelInfo model() {
        return new ModelInfo("upper-case", "1", "en", "de", 100, 1);
    }

    @Override
    public CompletableFuture<TranslatedText> translate(String text) {
        asked.add(text);
        if (text.contains("poison")) {
            return CompletableFuture.failedFuture(new TranslationException("the batch failed"));
        }
        if (text.contains("crash")) {
            return CompletableFuture.failedFuture(
                    new TranslationException("the batch failed", new OutOfMemoryError("no memory")));
        }
        if (text.contains("closed")) {
            return CompletableFuture.failedFuture(new EngineClosedException("the engine is closed"));
        }
        if (text.contains("broken")) {
            return CompletableFuture.failedFuture(
                    new BrokenModelException(101, new TranslationException("the batch failed")));
        }
        if (text.contains("unforeseen")) {
            return CompletableFuture.failedFuture(new IllegalStateException("a fault of ours"));
        }
        if (text.contains("overdue")) {
            return CompletableFuture.failedFuture(new SegmentTimeoutException(Duration.ofSeconds(1)));
        }
        return CompletableFuture.completedFuture(new TranslatedText(text.toUpperCase(Locale.ROOT), 1, true, model()));
    }
}
