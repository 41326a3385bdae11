package io.lingoduct.config;

import java.util.List;

/**
 * How texts are batched and searched.
 *
 * @param batchTokens source tokens in one batch, padding included
 * @param lingerMs longest wait for a batch to fill, in milliseconds
 * @param queueCapacity segments that may wait for a batch
 * @param threads batches that run at once, for each model
 * @param beamSize hypotheses kept by the search, 1 is greedy; null is what the bundle's manifest says
 * @param lengthPenalty exponent of the length in a hypothesis' final score; null is what the bundle's manifest says
 */
public record EngineConfig(
        int batchTokens, int lingerMs, int queueCapacity, int threads, Integer beamSize, Double lengthPenalty) {

    static final Key<Integer> BATCH_TOKENS = Key.integer(
                    "batch-tokens",
                    16,
                    1_000_000,
                    "Source tokens in one batch, padding included: more is faster by the text and slower for the first.")
            .orElse(2048);
    static final Key<Integer> LINGER_MS = Key.integer(
                    "linger-ms", 0, 10_000, "Longest wait for a batch to fill, in milliseconds.")
            .orElse(5);
    static final Key<Integer> QUEUE_CAPACITY = Key.integer(
                    "queue-capacity", 1, 10_000_000, "Segments that may wait for a batch before reading pauses.")
            .orElse(4096);
    static final Key<Integer> THREADS = Key.integer("threads", 1, 1024, "Batches that run at once, one processor each.")
            .orElseFrom("all processors");
    static final Key<Integer> BEAM_SIZE = Key.integer("beam-size", 1, 64, "Hypotheses kept by the search; 1 is greedy.")
            .orElseFrom("as the model bundle says");
    static final Key<Double> LENGTH_PENALTY = Key.decimal(
                    "length-penalty", 0, 10, "Exponent of the length by which a hypothesis' score is divided.")
            .orElseFrom("as the model bundle says");
    static final List<Key<?>> KEYS =
            List.of(BATCH_TOKENS, LINGER_MS, QUEUE_CAPACITY, THREADS, BEAM_SIZE, LENGTH_PENALTY);

    static EngineConfig read(Section section) {
        return new EngineConfig(
                section.get(BATCH_TOKENS),
                section.get(LINGER_MS),
                section.get(QUEUE_CAPACITY),
                section.find(THREADS).orElse(Runtime.getRuntime().availableProcessors()),
                section.find(BEAM_SIZE).orElse(null),
                section.find(LENGTH_PENALTY).orElse(null));
    }
}
