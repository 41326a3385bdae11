package io.lingoduct.streams;

import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * What the parts of a route's stream share.
 *
 * @param prefetched translations under way
 * @param slow translations that a thread had to wait for
 * @param counters what is done is counted here
 * @param progress how far the route has come
 * @param refusals which messages failed on their way out
 * @param origins the message that each stream thread is at
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
        CurrentOrigin origins,
        Alone alone,
        BooleanSupplier stopNow,
        TopicBook topics) {

    /** Asks a broker about a single record, see {@link LoneSend}. */
    interface Alone {

        Optional<Exception> refusal(ProducerRecord<byte[], byte[]> record);
    }
}
