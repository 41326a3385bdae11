package io.lingoduct.streams;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Builds dead letters: the original key, value, headers and timestamp, with the cause and the origin in the headers that
 * Kafka Streams uses for this purpose.
 */
public final class DeadLetters {

    /** Class name of the exception. */
    public static final String EXCEPTION = "__streams.errors.exception";

    /** The cause in words; never quotes the message. */
    public static final String MESSAGE = "__streams.errors.message";

    /** Stack trace of the exception. */
    public static final String STACK_TRACE = "__streams.errors.stacktrace";

    /** Input topic. */
    public static final String TOPIC = "__streams.errors.topic";

    /** Partition of the input topic, in decimal. */
    public static final String PARTITION = "__streams.errors.partition";

    /** Offset in that partition, in decimal. */
    public static final String OFFSET = "__streams.errors.offset";

    /** Name of the node in the stream that failed, which holds the output topic. */
    public static final String NODE = "lingoduct-node";

    /**
     * Present where the dead-letter topic does not take records as large as the original: the value's size in bytes,
     * decimal. The value is left out then; the input topic still has it.
     */
    public static final String OMITTED_BYTES = "lingoduct-omitted-value-bytes";

    private final String topic;
    private final int maxRecordBytes;

    /**
     * @param maxRecordBytes largest record that the topic takes
     */
    DeadLetters(String topic, int maxRecordBytes) {
        this.topic = topic;
        this.maxRecordBytes = maxRecordBytes;
    }

    String topic() {
        return topic;
    }

    ProducerRecord<byte[], byte[]> of(Record<byte[], byte[]> message, ErrorHandlerContext origin, Exception cause) {
        var headers = new RecordHeaders(message.headers());
        put(headers, EXCEPTION, cause.getClass().getName());
        put(headers, MESSAGE, cause.getMessage());
        put(headers, TOPIC, origin.topic());
        put(headers, PARTITION, Integer.toString(origin.partition()));
        put(headers, OFFSET, Long.toString(origin.offset()));
        put(headers, NODE, origin.processorNodeId());
        var traced = new RecordHeaders(headers);
        put(traced, STACK_TRACE, stackTrace(cause));
        if (fits(message, message.value(), traced)) {
            return letter(message, message.value(), traced);
        }
        if (message.value() == null || fits(message, message.value(), headers)) {
            return letter(message, message.value(), headers);
        }
        put(headers, OMITTED_BYTES, Integer.toString(message.value().length));
        return letter(message, null, headers);
    }

    private boolean fits(Record<byte[], byte[]> message, byte[] value, Headers headers) {
        return RecordSize.upperBound(message.key(), value, headers) <= maxRecordBytes;
    }

    private ProducerRecord<byte[], byte[]> letter(Record<byte[], byte[]> message, byte[] value, Headers headers) {
        return new ProducerRecord<>(topic, null, message.timestamp(), message.key(), value, headers);
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
