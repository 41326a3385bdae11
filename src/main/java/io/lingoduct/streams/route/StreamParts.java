package io.lingoduct.streams.route;

import io.lingoduct.streams.output.Refusals;
import io.lingoduct.streams.prefetch.PrefetchBuffer;
import io.lingoduct.streams.prefetch.SlowTranslations;
import io.lingoduct.streams.status.RouteProgress;
import io.lingoduct.streams.status.StreamCounters;
import io.lingoduct.streams.topics.TopicBook;
import java.util.function.BooleanSupplier;

/**
 * What the parts of a route's stream share.
 *
 * @param prefetched translations under way
 * @param slow translations that a thread had to wait for
 * @param counters what is done is counted here
 * @param progress how far the route has come
 * @param refusals which messages failed on their way out
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
