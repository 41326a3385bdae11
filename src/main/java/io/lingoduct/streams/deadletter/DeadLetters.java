package io.lingoduct.streams.deadletter;

import io.lingoduct.streams.output.RecordSize;
import io.lingoduct.streams.status.Origin;
import io.lingoduct.streams.topics.TopicBook;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Builds dead letters: the original key, value, headers and timestamp, with the cause and the origin in the headers that
 * Kafka Streams uses for this purpose. A dead letter is made so that its topic takes it: what is too large is left out, a key
 * is made where the topic wants one, and a timestamp that it does not take becomes the time of writing. Headers tell of each.
 */
public final class DeadLetters {

    /** Class name of the exception. */
    public static final String EXCEPTION = "__streams.errors.exception";

    /** The cause in words, cut where even these are too large; never quotes the message. */
    public static final String MESSAGE = "__streams.errors.message";

    /** Stack trace of the exception; only where the configuration asks for it. */
    public static final String STACK_TRACE = "__streams.errors.stacktrace";

    /** Input topic. */
    public static final String TOPIC = "__streams.errors.topic";

    /** Partition of the input topic, in decimal. */
    public static final String PARTITION = "__streams.errors.partition";

    /** Offset in that partition, in decimal. */
    public static final String OFFSET = "__streams.errors.offset";

    /** Name of the node in the stream that failed, which holds the route. */
    public static final String NODE = "lingoduct-node";

    /**
     * Present where the dead-letter topic does not take records as large as the original: the value's size in bytes,
     * decimal. The value is left out then; the input topic still has it.
     */
    public static final String OMITTED_BYTES = "lingoduct-omitted-value-bytes";

    /** Present where even the original's headers are too large: how many were left out, decimal. */
    public static final String OMITTED_HEADERS = "lingoduct-omitted-headers";

    /** Present where even the original's key is too large: its size in bytes, decimal. Another key stands in its place. */
    public static final String OMITTED_KEY_BYTES = "lingoduct-omitted-key-bytes";

    /** Present where the original has no key and the topic takes no record without one; holds nothing. */
    public static final String MADE_KEY = "lingoduct-made-key";

    /** Present where the topic does not take the original's timestamp: that timestamp, decimal. */
    public static final String ORIGINAL_TIMESTAMP = "lingoduct-original-timestamp";

    /** Names of all headers of ours that a dead letter has beside those that Kafka Streams uses. */
    public static final Set<String> ADDED =
            Set.of(NODE, OMITTED_BYTES, OMITTED_HEADERS, OMITTED_KEY_BYTES, MADE_KEY, ORIGINAL_TIMESTAMP);

    private final String topic;
    private final TopicBook topics;
    private final boolean stackTraces;
    private final Clock clock;

    public DeadLetters(String topic, TopicBook topics, boolean stackTraces, Clock clock) {
        this.topic = topic;
        this.topics = topics;
        this.stackTraces = stackTraces;
        this.clock = clock;
    }

    String topic() {
        return topic;
    }

    /** The fullest form of a dead letter that its topic takes. */
    ProducerRecord<byte[], byte[]> of(Record<byte[], byte[]> message, Origin origin, String node, Exception cause) {
        var limits = topics.limits(topic);
        var about = new RecordHeaders();
        put(about, EXCEPTION, cause.getClass().getName());
        put(about, MESSAGE, cause.getMessage());
        put(about, TOPIC, origin.topic());
        put(about, PARTITION, Integer.toString(origin.partition()));
        put(about, OFFSET, Long.toString(origin.offset()));
        put(about, NODE, node);
        long timestamp = message.timestamp();
        if (limits.faultOfTimestamp(timestamp, clock.millis()).isPresent()) {
            put(about, ORIGINAL_TIMESTAMP, Long.toString(timestamp));
            timestamp = clock.millis();
        }
        var key = message.key();
        if (limits.faultOfKey(key).isPresent()) {
            put(about, MADE_KEY, "");
            key = origin.asKey();
        }
        var letter = new Draft(key, message.value(), withoutEarlierCause(message.headers()), about);
        if (stackTraces) {
            var traced = letter.with(STACK_TRACE, stackTrace(cause));
            letter = traced.bytes() <= limits.maxMessageBytes() ? traced : letter;
        }
        return letter.within(limits.maxMessageBytes(), origin).toRecord(topic, timestamp);
    }

    /** A dead letter in the making; each step leaves more of the original out. */
    private record Draft(byte[] key, byte[] value, Headers original, Headers about) {

        Draft within(int limit, Origin origin) {
            var draft = this;
            if (draft.bytes() > limit && value != null) {
                draft = new Draft(key, null, original, about).with(OMITTED_BYTES, value.length);
            }
            if (draft.bytes() > limit && original.toArray().length > 0) {
                draft = new Draft(key, null, new RecordHeaders(), draft.about)
                        .with(OMITTED_HEADERS, original.toArray().length);
            }
            if (draft.bytes() > limit && key != null) {
                draft = new Draft(origin.asKey(), null, draft.original, draft.about)
                        .with(OMITTED_KEY_BYTES, key.length);
            }
            return draft.withMessageShorterBy(draft.bytes() - limit);
        }

        private Draft withMessageShorterBy(long bytes) {
            var message = about.lastHeader(MESSAGE).value();
            if (bytes <= 0 || message == null) {
                return this;
            }
            int kept = (int) Math.max(0, message.length - bytes);
            while (kept > 0 && isWithinCharacter(message[kept])) {
                kept--;
            }
            return with(MESSAGE, new String(message, 0, kept, StandardCharsets.UTF_8));
        }

        private static boolean isWithinCharacter(byte utf8) {
            return (utf8 & 0xC0) == 0x80;
        }

        Draft with(String name, Object value) {
            var more = new RecordHeaders(about);
            put(more, name, value.toString());
            return new Draft(key, this.value, original, more);
        }

        long bytes() {
            return RecordSize.of(key, value, headers());
        }

        ProducerRecord<byte[], byte[]> toRecord(String topic, long timestamp) {
            return new ProducerRecord<>(topic, null, timestamp, key, value, headers());
        }

        private Headers headers() {
            var all = new RecordHeaders(original);
            for (var header : about) {
                all.remove(header.key());
                all.add(header);
            }
            return all;
        }
    }

    /** A message that was a dead letter before, and came back with all its headers, tells nothing of this failure. */
    private static Headers withoutEarlierCause(Headers original) {
        var kept = new RecordHeaders(original);
        ADDED.forEach(kept::remove);
        return kept;
    }

    private static void put(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value == null ? null : value.getBytes(StandardCharsets.UTF_8));
    }

    private static String stackTrace(Exception cause) {
        var trace = new StringWriter();
        cause.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }
}
