package io.lingoduct.service;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import java.util.List;

/**
 * How texts are batched and searched.
 *
 * @param batchTokens source tokens in one batch, padding included
 * @param lingerMs longest wait for a batch to fill, in milliseconds
 * @param queueCapacity segments that may wait for a batch
 * @param segmentTimeoutMs longest time that a segment may wait and run, in milliseconds; 0 sets no limit
 * @param cacheSegments translations kept for segments that come again, for each model; 0 keeps none
 * @param threads batches that run at once, for each model
 * @param search how the models are searched
 * @param modelMemoryMb what all models together may take, in MiB by estimate; null sets no limit
 * @param maxTextBytes bytes in UTF-8 that the texts of one message may have together; 0 sets no limit
 * @param messageWorkSeconds processor time that the texts of one message may take together; 0 sets no limit
 */
public record EngineConfig(
        int batchTokens,
        int lingerMs,
        int queueCapacity,
        int segmentTimeoutMs,
        int cacheSegments,
        int threads,
        SearchConfig search,
        Integer modelMemoryMb,
        int maxTextBytes,
        int messageWorkSeconds) {

    static final Key<Integer> BATCH_TOKENS = Key.integer(
                    "batch-tokens",
                    16,
                    1_000_000,
                    "Source tokens in one batch, padding included, for each hypothesis of the beam: more is faster by the text"
                            + " and slower for the first.")
            .orElse(2048);
    static final Key<Integer> LINGER_MS = Key.integer(
                    "linger-ms", 0, 10_000, "Longest wait for a batch to fill, in milliseconds.")
            .orElse(5);
    static final Key<Integer> QUEUE_CAPACITY = Key.integer(
                    "queue-capacity", 1, 10_000_000, "Segments that may wait for a batch before reading pauses.")
            .orElse(4096);
    static final Key<Integer> SEGMENT_TIMEOUT_MS = Key.integer(
                    "segment-timeout-ms",
                    0,
                    3_600_000,
                    "Longest time that a sentence may wait and run before the route is held as at any fault of the service; 0"
                            + " sets no limit.")
            .orElse(0);
    static final Key<Integer> CACHE_SEGMENTS = Key.integer(
                    "cache-segments",
                    0,
                    10_000_000,
                    "Translations kept for sentences that come again, for each model; changes no translation; 0 keeps none.")
            .orElse(0);
    static final Key<Integer> THREADS = Key.integer("threads", 1, 1024, "Batches that run at once, one processor each.")
            .orElseFrom("all processors");
    static final Key<Integer> MODEL_MEMORY_MB = Key.integer(
                    "model-memory-mb",
                    1,
                    10_000_000,
                    "What the models of all routes may take together, by an estimate from the sizes of their files, in MiB; a"
                            + " model beyond that is refused at start.")
            .orElseFrom("no limit");
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
    static final List<Key<?>> KEYS = List.of(
            BATCH_TOKENS,
            LINGER_MS,
            QUEUE_CAPACITY,
            SEGMENT_TIMEOUT_MS,
            CACHE_SEGMENTS,
            THREADS,
            MODEL_MEMORY_MB,
            MAX_TEXT_BYTES,
            MESSAGE_WORK_SECONDS);

    static EngineConfig read(Section section) {
        return new EngineConfig(
                section.get(BATCH_TOKENS),
                section.get(LINGER_MS),
                section.get(QUEUE_CAPACITY),
                section.get(SEGMENT_TIMEOUT_MS),
                section.get(CACHE_SEGMENTS),
                section.find(THREADS).orElse(Runtime.getRuntime().availableProcessors()),
                SearchConfig.read(section),
                section.find(MODEL_MEMORY_MB).orElse(null),
                section.get(MAX_TEXT_BYTES),
                section.get(MESSAGE_WORK_SECONDS));
    }
}
