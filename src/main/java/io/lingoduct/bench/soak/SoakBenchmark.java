package io.lingoduct.bench.soak;

import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Watch;
import io.lingoduct.bench.soak.SoakFigures.Sample;
import io.lingoduct.engine.EngineClosedException;
import io.lingoduct.engine.EngineOptions;
import io.lingoduct.engine.TranslationEngine;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.Translator;
import io.lingoduct.process.ProcessMemory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;

/** Watch over the memory, native and heap, of an engine that translates sentences of all lengths that the model takes. */
public final class SoakBenchmark {

    private static final double MEBIBYTE = 1 << 20;

    private final SoakPlan plan;
    private final Translator translator;
    private final EngineOptions options;
    private final Watch watch;
    private final ProcessMemory memory = ProcessMemory.ofThisProcess();
    private final AtomicLong translated = new AtomicLong();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final List<Sample> samples = new ArrayList<>();
    private final long start = System.nanoTime();

    /** @param translator stays the caller's */
    public SoakBenchmark(SoakPlan plan, Translator translator, EngineOptions options, Watch watch) {
        this.plan = plan;
        this.translator = translator;
        this.options = options;
        this.watch = watch;
    }

    /**
     * Translates until the plan or the user ends it. To be called once.
     *
     * @throws TranslationException if a sentence cannot be translated
     */
    public SoakFigures run() {
        boolean stopped = false;
        var engine = new TranslationEngine(translator, options);
        try (engine) {
            submitAll(engine);
        } catch (BenchmarkStopped e) {
            stopped = true;
        }
        requireNoFailure();
        if (samples.isEmpty() || samples.get(samples.size() - 1).sentences() < translated.get()) {
            takeSample();
        }
        return new SoakFigures(
                translator.model().name(), plan.settled(), translated.get(), seconds(), stopped, List.copyOf(samples));
    }

    private void submitAll(TranslationEngine engine) {
        var texts = new SoakTexts(translator, plan.seed());
        takeSample();
        long submitted = 0;
        try {
            while (submitted < plan.sentences() && seconds() < plan.time().toMillis() / 1e3) {
                watch.check();
                requireNoFailure();
                engine.submit(texts.next()).whenComplete(this::done);
                submitted++;
                if (seconds() - samples.get(samples.size() - 1).seconds()
                        >= plan.every().toMillis() / 1e3) {
                    takeSample();
                }
            }
        } catch (BenchmarkStopped e) {
            engine.close(Duration.ZERO);
            throw e;
        }
        // All that was submitted counts where its number ends the soak; where the time does, it is over.
        engine.close(submitted < plan.sentences() ? Duration.ZERO : options.drainLimit());
    }

    private void done(Translation translation, Throwable cause) {
        if (cause == null) {
            translated.incrementAndGet();
        } else if (!(unwrapped(cause) instanceof EngineClosedException)) {
            failure.compareAndSet(null, unwrapped(cause));
        }
    }

    private static Throwable unwrapped(Throwable cause) {
        return cause instanceof CompletionException && cause.getCause() != null ? cause.getCause() : cause;
    }

    private void requireNoFailure() {
        var cause = failure.get();
        if (cause != null) {
            throw new TranslationException("a sentence could not be translated: " + cause.getMessage(), cause);
        }
    }

    private void takeSample() {
        var sample = new Sample(seconds(), translated.get(), memory.resident(), memory.heap());
        if (!samples.isEmpty()) {
            say(samples.get(samples.size() - 1), sample);
        }
        samples.add(sample);
    }

    private void say(Sample before, Sample now) {
        double rate = (now.sentences() - before.sentences()) / Math.max(1e-3, now.seconds() - before.seconds());
        watch.say(
                "%,.0f s: %,d sentences, %,.0f/s, resident %s MiB, heap %.1f MiB",
                now.seconds(),
                now.sentences(),
                rate,
                now.resident().isPresent()
                        ? String.format(Locale.ROOT, "%.1f", now.resident().getAsLong() / MEBIBYTE)
                        : "unknown",
                now.heap() / MEBIBYTE);
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
