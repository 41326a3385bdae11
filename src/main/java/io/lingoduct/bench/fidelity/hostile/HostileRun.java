package io.lingoduct.bench.fidelity.hostile;

import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Watch;
import io.lingoduct.bench.fidelity.hostile.HostileFigure.Passage;
import io.lingoduct.engine.EngineOptions;
import io.lingoduct.engine.SegmentingTextTranslator;
import io.lingoduct.engine.SourceText;
import io.lingoduct.engine.TextTranslator;
import io.lingoduct.engine.TranslationEngine;
import io.lingoduct.process.Stopwatch;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends the hostile texts through, each in two sizes, one text at a time so that the time is its own. */
public final class HostileRun {

    private static final int GROWTH = 4;
    private static final long GLANCE_MILLIS = 200;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final TextTranslator translator;
    private final int modelBytes;
    private final int echoBytes;
    private final Watch watch;

    /**
     * @param translator with the model
     * @param modelBytes about the smaller size of a text for the model; the larger is four times as much
     * @param echoBytes the same for an echo in its place
     */
    public HostileRun(TextTranslator translator, int modelBytes, int echoBytes, Watch watch) {
        this.translator = translator;
        this.modelBytes = modelBytes;
        this.echoBytes = echoBytes;
        this.watch = watch;
    }

    /**
     * @return the texts that were done when the user wanted an end, or all
     */
    public List<HostileFigure> measure() {
        var figures = new ArrayList<HostileFigure>();
        var caller = Executors.newCachedThreadPool(HostileRun::daemon);
        var options = EngineOptions.defaults().withFront(true).withLinger(Duration.ZERO);
        var engine = new TranslationEngine(new EchoTranslator(), options);
        try {
            var echo = new SegmentingTextTranslator(engine);
            for (var text : HostileTexts.ALL) {
                send(text, echoBytes, echo, caller); // warms up
            }
            for (var text : HostileTexts.ALL) {
                watch.say("hostile texts: %s", text.name());
                figures.add(new HostileFigure(
                        text.name(),
                        List.of(
                                send(text, modelBytes, translator, caller),
                                send(text, GROWTH * modelBytes, translator, caller)),
                        List.of(send(text, echoBytes, echo, caller), send(text, GROWTH * echoBytes, echo, caller))));
            }
        } catch (BenchmarkStopped e) {
            return figures;
        } finally {
            caller.shutdownNow();
            engine.close(Duration.ZERO);
        }
        return figures;
    }

    /** Submits from a thread of its own: what a text does to that one must not keep the others from their turn. */
    private Passage send(HostileText text, int size, TextTranslator to, ExecutorService caller) {
        var source = text.maker().apply(size);
        boolean isEcho = to != translator;
        var stopwatch = new Stopwatch();
        var submitted = CompletableFuture.supplyAsync(
                () -> to.translateAll(List.of(new SourceText(source, text.options())))
                        .get(0),
                caller);
        var outcome = await(submitted.thenCompose(translation -> translation.thenApply(
                done -> isEcho ? Outcome.ofEcho(source, done.text()) : Outcome.of(text, source, done.text()))));
        double millis = 1e3 * stopwatch.read().cpu();
        long bytes = source.getBytes(StandardCharsets.UTF_8).length;
        if (outcome.isEmpty()) {
            submitted.thenAccept(translation -> translation.cancel(false));
        }
        return outcome.map(known -> new Passage(size, bytes, millis * 1e5 / bytes, known.words(), known.good()))
                .orElseGet(() -> new Passage(
                        size, bytes, millis * 1e5 / bytes, "not done in " + PATIENCE.toSeconds() + " s", false));
    }

    /** Empty if it takes longer than anybody would wait. */
    private Optional<Outcome> await(CompletableFuture<Outcome> outcome) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (System.nanoTime() < end) {
            watch.check();
            try {
                return Optional.of(outcome.get(GLANCE_MILLIS, TimeUnit.MILLISECONDS));
            } catch (TimeoutException e) {
                continue; // time to look whether the user wants an end
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new BenchmarkStopped();
            } catch (ExecutionException e) {
                return Optional.of(new Outcome("dead letter: " + e.getCause().getMessage(), true));
            }
        }
        return Optional.empty();
    }

    private static Thread daemon(Runnable work) {
        var thread = new Thread(work, "hostile-text");
        thread.setDaemon(true);
        return thread;
    }
}
