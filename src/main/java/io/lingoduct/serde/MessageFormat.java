package io.lingoduct.serde;

/**
 * A format of messages' values, which knows where texts lie in a value. Implementations keep nothing of a message and are safe to use from many threads.
 *
 * <p>A missing value (tombstone) is no message to a format: whoever calls it passes such records through.
 */
public interface MessageFormat {

    /**
     * Finds the texts in a value.
     *
     * @param value not null, may be empty; not modified
     * @throws MalformedMessageException if the bytes are not of this format; nothing else is ever thrown for any bytes
     * @throws RuntimeException of another type if something that the format asks, such as a schema registry, does not answer:
     *     a fault of the service, which may be gone when the same bytes are decoded again
     */
    DecodedMessage decode(byte[] value);
}
