package io.lingoduct.streams.route;

import io.lingoduct.streams.output.Refusals;
import io.lingoduct.streams.prefetch.PrefetchBuffer;
import io.lingoduct.streams.prefetch.SlowTranslations;
import io.lingoduct.streams.status.RouteProgress;
import io.lingoduct.streams.status.StreamCounters;
import io.lingoduct.streams.topics.TopicBook;
import java.util.function.BooleanSupplier;

/**
 * Objects that the parts of one stream of a route share.
 *
 * @param prefetched translations under way
 * @param slow translations that a thread had to wait for
 * @param counters counts of records done
 * @param progress records held, done and committed
 * @param refusals messages that failed on their way out
 * @param alone sends a suspected message apart from others
 * @param stopNow true once waiting is to end, because the process must
 * @param topics facts of the topics read and written
 */
record StreamParts(
        PrefetchBuffer prefetched,
        SlowTranslations slow,
        StreamCounters counters,
        RouteProgress progress,
        Refusals refusals,
        Refusals.Alone alone,
        BooleanSupplier stopNow,
        TopicBook topics) {}
