package io.lingoduct.bench.fidelity;

import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Watch;
import io.lingoduct.engine.SourceText;
import io.lingoduct.engine.TextTranslator;
import io.lingoduct.engine.TranslatedText;
import io.lingoduct.model.TranslationException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Translation of many texts at a time, given back in order; the user may end it between any two. */
final class BulkTranslation {

    /** Texts under way, enough for full batches. */
    private static final int WINDOW = 256;

    private static final long GLANCE_MILLIS = 200;

    /** Takes the translations, one after the other. */
    interface Taker {

        /** @param index of the text among the sources */
        void take(int index, TranslatedText output);
    }

    private final TextTranslator translator;
    private final Watch watch;

    BulkTranslation(TextTranslator translator, Watch watch) {
        this.translator = translator;
        this.watch = watch;
    }

    /**
     * @param name of the texts, for the progress
     * @throws BenchmarkStopped if the user wants the benchmark to end
     * @throws TranslationException if a text cannot be translated
     */
    void run(String name, List<SourceText> sources, Taker taker) {
        var waiting = new ArrayDeque<CompletableFuture<TranslatedText>>();
        int submitted = 0;
        try {
            for (int i = 0; i < sources.size(); i++) {
                while (submitted < sources.size() && waiting.size() < WINDOW) {
                    waiting.addAll(translator.translateAll(List.of(sources.get(submitted++))));
                }
                taker.take(i, await(waiting.element()));
                waiting.remove();
                watch.say("%s: %,d of %,d texts", name, i + 1, sources.size());
            }
        } finally {
            waiting.forEach(text -> text.cancel(false));
        }
    }

    private TranslatedText await(CompletableFuture<TranslatedText> text) {
        while (true) {
            watch.check();
            try {
                return text.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue; // time to look whether the user wants an end
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BenchmarkStopped();
            } catch (ExecutionException e) {
                var cause = e.getCause();
                throw new TranslationException("a text could not be translated: " + cause.getMessage(), cause);
            }
        }
    }
}
