package io.lingoduct.engine;

import io.lingoduct.front.BareFront;
import io.lingoduct.front.Front;
import io.lingoduct.front.ModelFront;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.Translator;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Batches the segments of many callers for one translator: for the best translation of each, for all hypotheses of its beam,
 * or for what the model thinks of a given target. Callers queue segments and get futures; a few worker threads form batches of
 * what waits and run them. One bad segment harms no other: the segments of a batch that fails are run once more, each alone. A
 * segment that has been translated before may be answered from a cache, if the options ask for one.
 *
 * <p>A future's dependent actions run on a thread of the engine unless they say otherwise; they must be short and must not submit
 * segments, because submitting may block.
 *
 * <p>The translator stays the caller's: close the engine first, then the translator.
 */
public final class TranslationEngine implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TranslationEngine.class);

    /**
     * The model's view of a given target.
     *
     * @param logProbability natural logarithm, summed over the target's tokens
     * @param tokens of the target, end-of-sentence included
     */
    public record TargetScore(float logProbability, int tokens) {}

    private final Translator translator;
    private final EngineOptions options;
    private final SegmentQueue queue;
    private final EngineStats.Counters counters = new EngineStats.Counters();
    private final TranslationCache cache;
    private final BatchRunner runner;
    private final SegmentTimer timer = new SegmentTimer(this::failOverdue);
    private final ExecutorService workers;

    /** @throws IllegalArgumentException if the translator's model cannot be searched as the options say */
    public TranslationEngine(Translator translator, EngineOptions options) {
        this(translator, options, System::nanoTime, WorkBudget.threadClock());
    }

    /**
     * @param nanoTime a clock like {@link System#nanoTime()}, by which segments wait
     * @param workNanos the processor time of the calling thread
     */
    TranslationEngine(Translator translator, EngineOptions options, LongSupplier nanoTime, LongSupplier workNanos) {
        int beamSize = options.search().beamSize();
        if (beamSize > translator.model().maxBeamSize()) {
            throw new IllegalArgumentException("beam size " + beamSize + " exceeds what the model "
                    + translator.model().name() + " accepts, which is at most "
                    + translator.model().maxBeamSize());
        }
        this.translator = translator;
        this.options = options;
        this.queue = new SegmentQueue(options, nanoTime);
        this.cache = new TranslationCache(options.cacheSegments());
        this.runner = new BatchRunner(translator, options.search(), cache, counters, workNanos);
        this.workers = Executors.newFixedThreadPool(options.parallelRuns(), workerThreads());
        for (int worker = 0; worker < options.parallelRuns(); worker++) {
            workers.execute(this::work);
        }
        if (!options.segmentTimeout().isZero()) {
            timer.start();
        }
    }

    public ModelInfo model() {
        return translator.model();
    }

    Translator translator() {
        return translator;
    }

    EngineOptions options() {
        return options;
    }

    /** A front of the model as the options ask for it. */
    Front newFront() {
        return options.front()
                ? new ModelFront(translator.model(), translator.traits(), counters.front())
                : new BareFront(translator.model());
    }

    /**
     * Queues a segment, blocking while the queue is full. Never throws for the segment itself: the future fails, with an
     * {@link EngineClosedException} if the engine is closed, with a {@link SegmentTimeoutException} if the time-out of the
     * options has passed since the segment got its place in the queue, and with whatever the translator threw otherwise.
     * Cancelling the future takes the segment out of the queue.
     */
    public CompletableFuture<Translation> submit(EncodedSegment segment, Priority priority) {
        return submit(segment, priority, WorkBudget.UNLIMITED);
    }

    /** The same, with the processor time that it takes charged to a budget. */
    CompletableFuture<Translation> submit(EncodedSegment segment, Priority priority, WorkBudget budget) {
        var known = cache.find(segment);
        if (known.isPresent() && !queue.isClosed()) {
            counters.segmentFoundInCache();
            return CompletableFuture.completedFuture(known.get());
        }
        return queue(new Job.Translate(segment), priority, budget);
    }

    /**
     * Queues what follows from the answer to an earlier segment, without waiting for room: to be called on any thread, also the
     * engine's own.
     */
    <A> CompletableFuture<A> submitFollowing(Job<A> job, Priority priority, WorkBudget budget) {
        var result = new CompletableFuture<A>();
        if (!queue.putFollowing(job, priority, budget, result)) {
            result.completeExceptionally(new EngineClosedException("the engine is closed"));
        }
        return result;
    }

    <A> CompletableFuture<A> queue(Job<A> job, Priority priority, WorkBudget budget) {
        var result = new CompletableFuture<A>();
        try {
            if (!queue.put(job, priority, budget, result)) {
                result.completeExceptionally(new EngineClosedException("the engine is closed"));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            result.completeExceptionally(
                    new TranslationException("interrupted while waiting for room in the engine's queue", e));
        }
        return result;
    }

    /** Encodes a segment on the calling thread and queues it as {@link #submit(EncodedSegment, Priority)} does. */
    public CompletableFuture<Translation> submit(String segment, Priority priority) {
        EncodedSegment encoded;
        try {
            encoded = translator.encode(segment);
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        return submit(encoded, priority);
    }

    /** Queues a segment as {@link Priority#BULK}. */
    public CompletableFuture<Translation> submit(EncodedSegment segment) {
        return submit(segment, Priority.BULK);
    }

    /** Encodes a segment and queues it as {@link Priority#BULK}. */
    public CompletableFuture<Translation> submit(String segment) {
        return submit(segment, Priority.BULK);
    }

    /**
     * Encodes a segment and queues it, as {@link Priority#BULK}, for all hypotheses of the beam, the best first.
     *
     * @see Translator#translateAll
     */
    public CompletableFuture<List<Translation>> submitForAll(String segment) {
        return queue(() -> new Job.AllHypotheses(translator.encode(segment)));
    }

    /**
     * Encodes a segment and queues it, as {@link Priority#BULK}, to learn what the model thinks of a given target.
     *
     * @see Translator#score
     */
    public CompletableFuture<TargetScore> score(String segment, String target) {
        return queue(() -> new Job.Score(translator.encode(segment), target, translator.countTokens(target) + 1));
    }

    private <A> CompletableFuture<A> queue(Supplier<Job<A>> encoding) {
        Job<A> job;
        try {
            job = encoding.get();
        } catch (RuntimeException e) {
            return CompletableFuture.failedFuture(e);
        }
        return queue(job, Priority.BULK, WorkBudget.UNLIMITED);
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
        timer.close();
    }

    /** Fails what has been here for too long; returns the nanoseconds until it is worth to look again. */
    long failOverdue() {
        var timeout = new SegmentTimeoutException(options.segmentTimeout());
        queue.takeOverdue().forEach(segment -> runner.fail(segment, timeout));
        return queue.nanosUntilOverdue();
    }

    private void work() {
        try {
            for (var batch = queue.take(); !batch.isEmpty(); batch = queue.take()) {
                run(batch);
            }
        } catch (InterruptedException e) {
            // Nobody should; without its workers the queue would never empty.
            LOG.error("a worker of the engine was interrupted; the engine is closed", e);
            queue.close();
            failWhatIsLeft();
        }
    }

    private void run(List<QueuedSegment> batch) {
        try {
            runner.run(batch);
        } catch (RuntimeException | Error e) {
            // Even handling a failure may fail, where memory is short; the worker is needed all the same.
            batch.forEach(segment -> runner.fail(segment, e));
            LOG.error("a batch could not be ended in order", e);
        } finally {
            queue.finish(batch);
        }
    }

    private void failWhatIsLeft() {
        var closing = new EngineClosedException("the engine was closed before this segment was translated");
        queue.drain().forEach(segment -> runner.fail(segment, closing));
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
