package io.lingoduct.engine;

import io.lingoduct.config.Key;
import io.lingoduct.config.OptionKeys;
import io.lingoduct.model.SearchOptions;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Settings of an engine: how it forms and runs batches. Start at {@link #defaults()} and change what should be different.
 *
 * @param batchTokens most source tokens in a batch, padding included, for each hypothesis of the beam: rows times the beam
 *     size times the longest row
 * @param maxBatchSegments most segments in a batch
 * @param linger how long a segment may wait for companions while no full batch is there
 * @param queueCapacity most segments that wait; whoever submits more is blocked until there is room
 * @param queueBytes most memory for what waits, by estimate; a segment passes an empty queue whatever it takes
 * @param segmentTimeout how long a segment may wait in the queue and run, together, before it fails; zero sets no limit
 * @param cacheSegments most translations kept for segments that come again; 0 keeps none
 * @param parallelRuns batches run at the same time, each on one core
 * @param maxTextBytes most bytes in UTF-8 of the texts of one message; 0 sets no limit
 * @param messageWork most processor time for the texts of one message, not counting what they wait; zero sets no limit
 * @param drainLimit how long closing waits for segments that were accepted before
 * @param search how every batch is searched
 * @param front whether texts are prepared for the model and its translations checked, see {@link io.lingoduct.front.ModelFront}
 */
public record EngineOptions(
        int batchTokens,
        int maxBatchSegments,
        Duration linger,
        int queueCapacity,
        long queueBytes,
        Duration segmentTimeout,
        int cacheSegments,
        int parallelRuns,
        int maxTextBytes,
        Duration messageWork,
        Duration drainLimit,
        SearchOptions search,
        boolean front) {

    private static final Duration LONGEST_WAIT = Duration.ofHours(1);

    /** Of the heap, for the queue of each engine. */
    private static final int QUEUE_SHARE = 16;

    private static final EngineOptions DEFAULTS = new EngineOptions(
            2_048,
            64,
            Duration.ofMillis(5),
            4_096,
            Math.max(1, Runtime.getRuntime().maxMemory() / QUEUE_SHARE),
            Duration.ZERO,
            0,
            Runtime.getRuntime().availableProcessors(),
            0,
            Duration.ZERO,
            Duration.ofSeconds(30),
            SearchOptions.GREEDY,
            false);

    public static final Key<Integer> BATCH_TOKENS = Key.integer(
                    "batch-tokens",
                    16,
                    1_000_000,
                    "Source tokens in one batch, padding included, for each hypothesis of the beam: more is faster by the text"
                            + " and slower for the first.")
            .orElse(DEFAULTS.batchTokens);
    static final Key<Integer> LINGER_MS = Key.integer(
                    "linger-ms", 0, 10_000, "Longest wait for a batch to fill, in milliseconds.")
            .orElse((int) DEFAULTS.linger.toMillis());
    static final Key<Integer> QUEUE_CAPACITY = Key.integer(
                    "queue-capacity", 1, 10_000_000, "Segments that may wait for a batch before reading pauses.")
            .orElse(DEFAULTS.queueCapacity);
    static final Key<Integer> SEGMENT_TIMEOUT_MS = Key.integer(
                    "segment-timeout-ms",
                    0,
                    3_600_000,
                    "Longest time that a sentence may wait and run before the route is held as at any fault of the service; 0"
                            + " sets no limit.")
            .orElse((int) DEFAULTS.segmentTimeout.toMillis());
    public static final Key<Integer> CACHE_SEGMENTS = Key.integer(
                    "cache-segments",
                    0,
                    10_000_000,
                    "Translations kept for sentences that come again, for each model; changes no translation; 0 keeps none.")
            .orElse(DEFAULTS.cacheSegments);
    public static final Key<Integer> THREADS = Key.integer(
                    "threads", 1, 1024, "Batches that run at once, one processor each.")
            .orElse(DEFAULTS.parallelRuns, "all processors");

    // These two limit what strangers send: a service has them unless told, and who calls the engine has not.
    static final Key<Integer> MAX_TEXT_BYTES = Key.integer(
                    "max-text-bytes",
                    0,
                    Integer.MAX_VALUE,
                    "Bytes in UTF-8 that the texts of one message may have together; a larger one is a dead letter at once; 0"
                            + " sets no limit.")
            .orElse(1 << 20);
    static final Key<Integer> MESSAGE_WORK_SECONDS = Key.integer(
                    "message-work-seconds",
                    0,
                    3_600,
                    "Processor time, in seconds, that the texts of one message may take, not counting what they wait; what"
                            + " takes more is a dead letter; 0 sets no limit.")
            .orElse(300);

    public static final Key<Boolean> FRONT = Key.bool(
                    "front",
                    "Whether texts are prepared for models, and translations checked: addresses, placeholders, numbers and marks come"
                            + " through, and what has gone wrong is tried again.")
            .orElse(true);

    /** The keys of a configuration that say how an engine works. */
    public static final OptionKeys<EngineOptions> KEYS = OptionKeys.<EngineOptions>none()
            .and(BATCH_TOKENS, EngineOptions::withBatchTokens)
            .and(LINGER_MS, (options, millis) -> options.withLinger(Duration.ofMillis(millis)))
            .and(QUEUE_CAPACITY, EngineOptions::withQueueCapacity)
            .and(SEGMENT_TIMEOUT_MS, (options, millis) -> options.withSegmentTimeout(Duration.ofMillis(millis)))
            .and(CACHE_SEGMENTS, EngineOptions::withCacheSegments)
            .and(THREADS, EngineOptions::withParallelRuns)
            .and(MAX_TEXT_BYTES, EngineOptions::withMaxTextBytes)
            .and(MESSAGE_WORK_SECONDS, (options, seconds) -> options.withMessageWork(Duration.ofSeconds(seconds)))
            .and(FRONT, EngineOptions::withFront);

    public EngineOptions {
        requirePositive("batch tokens", batchTokens);
        requirePositive("batch segments", maxBatchSegments);
        requireWait("linger", linger);
        requirePositive("queue capacity", queueCapacity);
        requirePositive("queue bytes", queueBytes);
        requireWait("segment time-out", segmentTimeout);
        requireNotNegative("cache segments", cacheSegments);
        requirePositive("parallel runs", parallelRuns);
        requireNotNegative("text bytes", maxTextBytes);
        requireWait("message work", messageWork);
        requireWait("drain limit", drainLimit);
    }

    /**
     * Greedy search, all cores, 2,048 tokens and 64 segments a batch, 5 ms linger, 4,096 waiting segments in a
     * sixteenth of the heap, no time-out, no cache, no limit for a message, no front.
     */
    public static EngineOptions defaults() {
        return DEFAULTS;
    }

    /**
     * Most tokens in a batch, rows times the longest row. What a step of a beam search computes grows with its hypotheses, and
     * once it outgrows the processor's cache, larger batches are slower than smaller ones.
     */
    int sourceTokensPerBatch() {
        return Math.max(1, batchTokens / search.beamSize());
    }

    public EngineOptions withBatchTokens(int tokens) {
        return with(draft -> draft.batchTokens = tokens);
    }

    EngineOptions withMaxBatchSegments(int segments) {
        return with(draft -> draft.maxBatchSegments = segments);
    }

    public EngineOptions withLinger(Duration wait) {
        return with(draft -> draft.linger = wait);
    }

    public EngineOptions withQueueCapacity(int segments) {
        return with(draft -> draft.queueCapacity = segments);
    }

    EngineOptions withQueueBytes(long bytes) {
        return with(draft -> draft.queueBytes = bytes);
    }

    public EngineOptions withSegmentTimeout(Duration limit) {
        return with(draft -> draft.segmentTimeout = limit);
    }

    public EngineOptions withCacheSegments(int segments) {
        return with(draft -> draft.cacheSegments = segments);
    }

    public EngineOptions withParallelRuns(int runs) {
        return with(draft -> draft.parallelRuns = runs);
    }

    public EngineOptions withMaxTextBytes(int bytes) {
        return with(draft -> draft.maxTextBytes = bytes);
    }

    public EngineOptions withMessageWork(Duration limit) {
        return with(draft -> draft.messageWork = limit);
    }

    EngineOptions withDrainLimit(Duration limit) {
        return with(draft -> draft.drainLimit = limit);
    }

    public EngineOptions withSearch(SearchOptions options) {
        return with(draft -> draft.search = options);
    }

    /** @param prepared see {@link #front} */
    public EngineOptions withFront(boolean prepared) {
        return with(draft -> draft.front = prepared);
    }

    private EngineOptions with(Consumer<Draft> change) {
        var draft = new Draft(this);
        change.accept(draft);
        return draft.toOptions();
    }

    /** The components as variables, so that a change names one of them and the others are copied in one place. */
    private static final class Draft {

        private int batchTokens;
        private int maxBatchSegments;
        private Duration linger;
        private int queueCapacity;
        private long queueBytes;
        private Duration segmentTimeout;
        private int cacheSegments;
        private int parallelRuns;
        private int maxTextBytes;
        private Duration messageWork;
        private Duration drainLimit;
        private SearchOptions search;
        private boolean front;

        Draft(EngineOptions options) {
            batchTokens = options.batchTokens;
            maxBatchSegments = options.maxBatchSegments;
            linger = options.linger;
            queueCapacity = options.queueCapacity;
            queueBytes = options.queueBytes;
            segmentTimeout = options.segmentTimeout;
            cacheSegments = options.cacheSegments;
            parallelRuns = options.parallelRuns;
            maxTextBytes = options.maxTextBytes;
            messageWork = options.messageWork;
            drainLimit = options.drainLimit;
            search = options.search;
            front = options.front;
        }

        EngineOptions toOptions() {
            return new EngineOptions(
                    batchTokens,
                    maxBatchSegments,
                    linger,
                    queueCapacity,
                    queueBytes,
                    segmentTimeout,
                    cacheSegments,
                    parallelRuns,
                    maxTextBytes,
                    messageWork,
                    drainLimit,
                    search,
                    front);
        }
    }

    private static void requireNotNegative(String name, int value) {
        if (value < 0) {
            throw new IllegalArgumentException(name + " must be at least 0, not " + value);
        }
    }

    private static void requirePositive(String name, long value) {
        if (value < 1) {
            throw new IllegalArgumentException(name + " must be at least 1, not " + value);
        }
    }

    private static void requireWait(String name, Duration value) {
        if (value.isNegative() || value.compareTo(LONGEST_WAIT) > 0) {
            throw new IllegalArgumentException(name + " must lie between 0 and an hour, not " + value);
        }
    }
}
