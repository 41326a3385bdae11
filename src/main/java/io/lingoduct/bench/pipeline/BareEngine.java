package io.lingoduct.bench.pipeline;

import io.lingoduct.bench.Percentiles;
import io.lingoduct.bench.Watch;
import io.lingoduct.engine.EngineOptions;
import io.lingoduct.engine.SegmentingTextTranslator;
import io.lingoduct.engine.TranslatedText;
import io.lingoduct.engine.TranslationEngine;
import io.lingoduct.model.Device;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.runtime.OnnxTranslator;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The engine as {@code serve} runs it, without Kafka around it. */
final class BareEngine implements AutoCloseable {

    private static final int CHECK_EVERY = 64;
    private static final int SINGLES = 30;

    private final OnnxTranslator translator;
    private final EngineOptions options;

    /** @throws io.lingoduct.model.bundle.BundleException if the bundle is refused */
    BareEngine(Path model) {
        var bundle = ModelBundle.open(model);
        var search = bundle.defaultSearch().withScores(false);
        this.translator = OnnxTranslator.load(bundle, Device.CPU, search);
        this.options = EngineOptions.defaults().withSearch(search);
    }

    String model() {
        return translator.model().name();
    }

    /** Messages a second after a start of so long, which warms up the engine. */
    double warmUp(IntFunction<String> texts, Duration duration, Watch watch) {
        long begin = System.nanoTime();
        int messages = 2 * CHECK_EVERY;
        double perSecond = messagesPerSecond(texts, messages, watch);
        while (System.nanoTime() - begin < duration.toNanos()) {
            messages *= 2;
            perSecond = messagesPerSecond(texts, messages, watch);
        }
        return perSecond;
    }

    /**
     * Translates messages that all wait from the beginning.
     *
     * @param texts by the number of the message
     */
    double messagesPerSecond(IntFunction<String> texts, int messages, Watch watch) {
        try (var engine = new TranslationEngine(translator, options)) {
            var translator = new SegmentingTextTranslator(engine);
            var results = new CompletableFuture<?>[messages];
            long begin = System.nanoTime();
            try {
                for (int i = 0; i < messages; i++) {
                    if (i % CHECK_EVERY == 0) {
                        watch.check();
                    }
                    results[i] = translator.translate(texts.apply(i));
                }
                for (var result : results) {
                    watch.check();
                    result.join();
                }
            } catch (RuntimeException e) {
                engine.close(Duration.ZERO);
                throw e;
            }
            return PipelineFigures.perSecond(messages, System.nanoTime() - begin);
        }
    }

    /** Median time of a message by itself, in milliseconds, without waiting for companions. */
    double singleMillis(IntFunction<String> texts, Watch watch) {
        try (var engine = new TranslationEngine(translator, options.withLinger(Duration.ZERO))) {
            var translator = new SegmentingTextTranslator(engine);
            var nanos = IntStream.range(0, SINGLES)
                    .mapToLong(i -> {
                        watch.check();
                        return nanosOf(translator.translate(texts.apply(i)), System.nanoTime());
                    })
                    .toArray();
            Arrays.sort(nanos);
            return 1e-6 * Percentiles.of(nanos, 0.5);
        }
    }

    private static long nanosOf(CompletableFuture<TranslatedText> translation, long begin) {
        translation.join();
        return System.nanoTime() - begin;
    }

    /** By the number of the message: the texts in turn. */
    static IntFunction<String> inTurn(List<String> texts) {
        return i -> texts.get(i % texts.size());
    }

    @Override
    public void close() {
        translator.close();
    }
}
