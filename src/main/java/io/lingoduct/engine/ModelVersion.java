package io.lingoduct.engine;

import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.Translator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * One version of a model with an engine of its own, so that neither batches nor the cache ever mix versions. Counts its
 * users: the one who holds it as the version that serves, and every group of texts under way. Who retires it gives up
 * the first use; the last user that leaves tells {@link #unused}.
 */
final class ModelVersion {

    private final Translator translator;
    private final TranslationEngine engine;
    private final SegmentingTextTranslator texts;
    private final CompletableFuture<Void> unused = new CompletableFuture<>();
    private final AtomicBoolean closed = new AtomicBoolean();
    private int users = 1;

    /** @throws IllegalArgumentException if the translator's model cannot be searched as the options say */
    ModelVersion(Translator translator, EngineOptions options) {
        this.translator = translator;
        this.engine = new TranslationEngine(translator, options);
        this.texts = new SegmentingTextTranslator(engine);
    }

    ModelInfo model() {
        return engine.model();
    }

    /** Adds a user, to be taken off with {@link #leave()}; false, and adds nothing, once there is none left. */
    synchronized boolean enter() {
        if (users == 0) {
            return false;
        }
        users++;
        return true;
    }

    void leave() {
        boolean last;
        synchronized (this) {
            users--;
            last = users == 0;
        }
        if (last) {
            unused.complete(null);
        }
    }

    /** Completes when the last user has left, on that user's thread. */
    CompletableFuture<Void> unused() {
        return unused;
    }

    /** Translates for a user who has entered, and takes it off when all texts are done. */
    List<CompletableFuture<TranslatedText>> translateAndLeave(List<String> group) {
        List<CompletableFuture<TranslatedText>> translations;
        try {
            translations = texts.translateAll(group);
        } catch (RuntimeException | Error e) {
            leave();
            throw e;
        }
        CompletableFuture.allOf(translations.toArray(CompletableFuture[]::new))
                .whenComplete((done, failure) -> leave());
        return translations;
    }

    EngineStats stats() {
        return engine.stats();
    }

    /** Gives up what is not translated within the limit and closes the translator after its last batch. */
    void close(Duration limit) {
        engine.close(limit);
        if (closed.compareAndSet(false, true)) {
            translator.close();
        }
    }
}
