package io.lingoduct.engine;

import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.Translator;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Batches the segments of many callers for one translator. Callers queue segments and get futures; a few worker threads
 * form batches of what waits and run them. One bad segment harms no other: the segments of a batch that fails are run once
 * more, each alone.
 *
 * <p>A future's dependent actions run on a worker thread unless they say otherwise; they must be short and must not submit
 * segments, because submitting may block.
 *
 * <p>The translator stays the caller's: close the engine first, then the translator.
 */
public final class TranslationEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TranslationEngine.class);

    private final Translator translator;
    private final EngineOptions options;
    private final SegmentQueue queue;
    private final EngineCounters counters = new EngineCounters();
    private final Set<QueuedSegment> running = ConcurrentHashMap.newKeySet();
    private final ExecutorService workers;

    /** Set before the open futures are failed, so that a batch taken meanwhile is failed by its worker. */
    private volatile boolean abandoned;

    /** @throws IllegalArgumentException if the translator's model cannot be searched as the options say */
    public TranslationEngine(Translator translator, EngineOptions options) {
        this(translator, options, System::nanoTime);
    }

    TranslationEngine(Translator translator, EngineOptions options, LongSupplier nanoTime) {
        int beamSize = options.search().beamSize();
        if (beamSize > translator.model().maxBeamSize()) {
            throw new IllegalArgumentException("beam size " + beamSize + " exceeds what the model "
                    + translator.model().name() + " accepts, which is at most "
                    + translator.model().maxBeamSize());
        }
        this.translator = translator;
        this.options = options;
        this.queue = new SegmentQueue(options, nanoTime);
        this.workers = Executors.newFixedThreadPool(options.parallelRuns(), workerThreads());
        for (int worker = 0; worker < options.parallelRuns(); worker++) {
            workers.execute(this::work);
        }
    }

    public ModelInfo model() {
        return translator.model();
    }

    Translator translator() {
        return translator;
    }

    /**
     * Queues a segment, blocking while the queue is full. Never throws for the segment itself: the future fails, with a
     * {@link EngineClosedException} if the engine is closed, and with whatever the translator threw otherwise. Cancelling the
     * future takes the segment out of the queue.
     */
    public CompletableFuture<Translation> submit(EncodedSegment segment) {
        var result = new CompletableFuture<Translation>();
        try {
            if (!queue.put(segment, result)) {
                result.completeExceptionally(new EngineClosedException("the engine is closed"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.completeExceptionally(
                    new TranslationException("interrupted while waiting for room in the engine's queue", e));
        }
        return result;
    }

    /** Encodes a segment on the calling thread and queues it as {@link #submit(EncodedSegment)} does. */
    public CompletableFuture<Translation> submit(String segment) {
        EncodedSegment encoded;
        try {
            encoded = translator.encode(segment);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        return submit(encoded);
    }

    public EngineStats stats() {
        return counters.snapshot(queue.depth());
    }

    /** Closes within the drain limit of the options, see {@link #close(Duration)}. */
    @Override
    public void close() {
        close(options.drainLimit());
    }

    /**
     * Accepts nothing more and waits until what was accepted has been translated, but no longer than the limit; every
     * future that is then still open fails. Closing again does no harm.
     */
    public void close(Duration limit) {
        queue.close();
        workers.shutdown();
        try {
            boolean drained = workers.awaitTermination(limit.toNanos(), TimeUnit.NANOSECONDS);
            if (!drained && !limit.isZero()) {
                LOG.warn("the engine was closed with work left after {} ms", limit.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        failWhatIsLeft();
    }

    private void work() {
        try {
            for (var batch = queue.take(); !batch.isEmpty(); batch = queue.take()) {
                running.addAll(batch);
                if (abandoned) {
                    failWhatIsLeft();
                } else {
                    run(batch);
                }
                batch.forEach(running::remove);
            }
        } catch (InterruptedException e) {
            // Nobody should; without its workers the queue would never empty.
            LOG.error("a worker of the engine was interrupted; the engine is closed", e);
            queue.close();
            failWhatIsLeft();
        }
    }

    private void run(List<QueuedSegment> batch) {
        counters.batchStarted(batch);
        try {
            var translations = translator.translate(
                    batch.stream().map(QueuedSegment::segment).toList(), options.search());
            if (translations.size() != batch.size()) {
                throw new TranslationException(
                        "the translator answered a batch of " + batch.size() + " segments with " + translations.size());
            }
            for (int i = 0; i < batch.size(); i++) {
                counters.segmentTranslated();
                batch.get(i).result().complete(translations.get(i));
            }
        } catch (RuntimeException | Error failure) {
            if (batch.size() == 1) {
                fail(batch.get(0), failure);
            } else {
                LOG.warn("a batch of {} segments failed; each is run alone: {}", batch.size(), failure.toString());
                batch.stream().filter(segment -> !segment.result().isDone()).forEach(segment -> run(List.of(segment)));
            }
        }
    }

    private void failWhatIsLeft() {
        abandoned = true;
        var closing = new EngineClosedException("the engine was closed before this segment was translated");
        queue.drain().forEach(segment -> fail(segment, closing));
        running.forEach(segment -> fail(segment, closing));
    }

    private void fail(QueuedSegment segment, Throwable failure) {
        if (segment.result().completeExceptionally(failure)) {
            counters.segmentFailed();
        }
    }

    private static ThreadFactory workerThreads() {
        var number = new AtomicInteger();
        return task -> {
            var thread = new Thread(task, "lingoduct-engine-" + number.incrementAndGet());
            thread.setDaemon(true); // a run that never ends must not keep the process alive
            return thread;
        };
    }
}
