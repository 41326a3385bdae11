package io.lingoduct.streams;

import java.util.function.BooleanSupplier;

/**
 * What all processors of a stream share.
 *
 * @param prefetched translations under way
 * @param slow translations that a thread had to wait for
 * @param counters what is done is counted here
 * @param stopNow true once waiting is to end, because the process must
 * @param topics facts of the topics read and written
 */
record StreamParts(
        PrefetchBuffer prefetched,
        SlowTranslations slow,
        StreamCounters counters,
        BooleanSupplier stopNow,
        TopicBook topics) {}
