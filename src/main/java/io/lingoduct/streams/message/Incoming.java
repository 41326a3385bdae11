package io.lingoduct.streams.message;

import java.util.Arrays;
import org.apache.kafka.common.header.Headers;

/**
 * What of an input message its translation depends on.
 *
 * @param topic where it came from
 * @param value not null
 */
public record Incoming(String topic, byte[] value, Headers headers) {

    /** Whether the other message has the same bytes everywhere. */
    public boolean isSameAs(Incoming other) {
        return Arrays.equals(value, other.value) && Arrays.equals(headers.toArray(), other.headers.toArray());
    }
}
