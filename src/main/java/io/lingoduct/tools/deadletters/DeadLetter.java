package io.lingoduct.tools.deadletters;

import io.lingoduct.streams.deadletter.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * A record of a dead-letter topic and what its headers tell. A record that somebody else put there may lack any of it.
 *
 * @param record the record as it lies in the dead-letter topic
 */
public record DeadLetter(ConsumerRecord<byte[], byte[]> record) {

    // Kafka Streams adds headers of this kind from version to version.
    private static final String CAUSE_PREFIX = "__streams.errors.";

    /** Topic of the original message. */
    public Optional<String> topic() {
        return header(DeadLetters.TOPIC);
    }

    /** Partition of the original message. */
    public Optional<Integer> partition() {
        return header(DeadLetters.PARTITION).flatMap(DeadLetter::number).map(Long::intValue);
    }

    /** Offset of the original message. */
    public Optional<Long> offset() {
        return header(DeadLetters.OFFSET).flatMap(DeadLetter::number);
    }

    /** Time of the original message, which its dead letter keeps wherever its topic takes it. */
    public Instant time() {
        return Instant.ofEpochMilli(timestamp());
    }

    /** Timestamp of the original message in milliseconds since 1970; negative where it has none. */
    long timestamp() {
        return header(DeadLetters.ORIGINAL_TIMESTAMP)
                .flatMap(DeadLetter::number)
                .orElse(record.timestamp());
    }

    /** Key of the original message; may be null. */
    byte[] key() {
        return header(DeadLetters.MADE_KEY).isPresent() ? null : record.key();
    }

    /** The part of the stream that failed. */
    public Optional<String> stage() {
        return header(DeadLetters.NODE);
    }

    /** Class name of the exception. */
    public Optional<String> exception() {
        return header(DeadLetters.EXCEPTION);
    }

    /** The cause in words. */
    public Optional<String> message() {
        return header(DeadLetters.MESSAGE);
    }

    /** Whether the original value was too large for the dead-letter topic and is not here. */
    boolean lacksValue() {
        return header(DeadLetters.OMITTED_BYTES).isPresent();
    }

    /** Whether the original key or headers were too large for the dead-letter topic and are not here. */
    boolean lacksKeyOrHeaders() {
        return header(DeadLetters.OMITTED_KEY_BYTES).isPresent()
                || header(DeadLetters.OMITTED_HEADERS).isPresent();
    }

    /** The headers of the original message: those of the letter without its cause. */
    Headers originalHeaders() {
        var original = new RecordHeaders();
        for (Header header : record.headers()) {
            if (!tellsOfTheCause(header.key())) {
                original.add(header);
            }
        }
        return original;
    }

    private static boolean tellsOfTheCause(String name) {
        return name.startsWith(CAUSE_PREFIX) || DeadLetters.ADDED.contains(name);
    }

    private Optional<String> header(String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8));
    }

    private static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.parseLong(text));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }
}
