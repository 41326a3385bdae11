package io.lingoduct.engine;

import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.Translator;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Translates texts with a model that can be replaced by another version of it while it works. Texts that were submitted
 * together are translated by one version, whole; what is under way when a new version comes is finished by the old one,
 * which is closed after its last batch. Each version has a queue, batches and a cache of its own.
 *
 * <p>Owns the translators: closes each when it is replaced or when all is closed.
 */
public final class SwappableTextTranslator implements TextTranslator, AutoCloseable {

    private static final Duration NOTHING_LEFT = Duration.ofSeconds(30);

    private final Set<ModelVersion> retired = ConcurrentHashMap.newKeySet();
    private volatile ModelVersion current;

    /** @throws IllegalArgumentException if the model cannot be searched as the options say; the translator is not closed */
    public SwappableTextTranslator(Translator translator, EngineOptions options) {
        current = new ModelVersion(translator, options);
    }

    @Override
    public ModelInfo model() {
        return current.model();
    }

    /** The figures of the version that serves, since it came. */
    public EngineStats stats() {
        return current.stats();
    }

    @Override
    public CompletableFuture<TranslatedText> translate(String text) {
        return translateAll(List.of(SourceText.plain(text))).get(0);
    }

    @Override
    public List<CompletableFuture<TranslatedText>> translateAll(List<SourceText> texts) {
        var version = current;
        while (!version.enter()) {
            version = current; // replaced and done with since it was read
        }
        return version.translateAndLeave(texts);
    }

    /**
     * Sends what comes from now on to another version of the model.
     *
     * @param next ready to translate; stays the caller's if this throws
     * @return completes when the old version has finished its work and is closed
     * @throws IllegalArgumentException if the languages are not those of the old version, or the model cannot be searched as
     *     the options say
     */
    public synchronized CompletableFuture<Void> swap(Translator next, EngineOptions options) {
        requireSameLanguages(current.model(), next.model());
        var old = current;
        current = new ModelVersion(next, options);
        retired.add(old);
        // On a thread of its own: the last user leaves on a thread of the engine that is to be closed.
        var closed = old.unused().thenRunAsync(() -> closeRetired(old), SwappableTextTranslator::onOwnThread);
        old.leave();
        return closed;
    }

    /** Gives up what is not translated within the limit; to be called when nobody waits for it any more. */
    public synchronized void close(Duration limit) {
        current.close(limit);
        retired.forEach(version -> version.close(Duration.ZERO));
        retired.clear();
    }

    @Override
    public void close() {
        close(NOTHING_LEFT);
    }

    private void closeRetired(ModelVersion version) {
        version.close(NOTHING_LEFT);
        retired.remove(version);
    }

    private static void onOwnThread(Runnable task) {
        var thread = new Thread(task, "lingoduct-retire-model");
        thread.setDaemon(true);
        thread.start();
    }

    private static void requireSameLanguages(ModelInfo old, ModelInfo next) {
        if (!old.sourceLanguage().equals(next.sourceLanguage())
                || !old.targetLanguage().equals(next.targetLanguage())) {
            throw new IllegalArgumentException("it translates " + next.sourceLanguage() + " to " + next.targetLanguage()
                    + ", but the topics are served with a model from " + old.sourceLanguage() + " to "
                    + old.targetLanguage() + "; a change of languages needs a restart");
        }
    }

    /**
     * One version of a model with an engine of its own, so that neither batches nor the cache ever mix versions. Counts its
     * users: the one who holds it as the version that serves, and every group of texts under way. Who retires it gives up
     * the first use; the last user that leaves tells {@link #unused}.
     */
    private static final class ModelVersion {

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
        List<CompletableFuture<TranslatedText>> translateAndLeave(List<SourceText> group) {
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
}
