package io.lingoduct.streams.message;

import java.util.Arrays;
import org.apache.kafka.common.header.Headers;

/**
 * Input message, as far as its translation depends on it: two that are the same have the same translation.
 *
 * @param topic input topic
 * @param value not null
 */
public record Incoming(String topic, byte[] value, Headers headers) {

    /** Whether the other message has the same bytes everywhere. */
    public boolean isSameAs(Incoming other) {
        return Arrays.equals(value, other.value) && Arrays.equals(headers.toArray(), other.headers.toArray());
    }
}
