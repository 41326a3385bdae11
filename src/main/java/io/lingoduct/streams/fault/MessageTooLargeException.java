package io.lingoduct.streams.fault;

/** A translation does not fit into its output topic. */
public final class MessageTooLargeException extends RuntimeException {

    public MessageTooLargeException(long bytes, String topic, long limit) {
        super("the translation takes " + bytes + " bytes, the topic " + topic + " takes " + limit
                + " (max.message.bytes of the topic, or the producer's max.request.size or buffer.memory)");
    }
}
