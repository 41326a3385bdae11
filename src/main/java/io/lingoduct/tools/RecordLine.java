package io.lingoduct.tools;

import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/**
 * Writes a message as a line: where wanted its place ({@code partition:offset}), headers ({@code name=value}, separated by
 * commas) and key, each followed by the separator, then the value. What is missing reads {@code null}.
 */
public record RecordLine(ValueFormat format, boolean offset, boolean headers, boolean key, String separator) {

    private static final String MISSING = "null";

    /**
     * @throws KafkaToolException if the value is not of the format; the message says which record, and does not quote it
     */
    public String of(ConsumerRecord<byte[], byte[]> message) {
        var line = new StringJoiner(separator);
        if (offset) {
            line.add(message.partition() + ":" + message.offset());
        }
        if (headers) {
            line.add(headers(message));
        }
        if (key) {
            line.add(text(message.key()));
        }
        return line.add(value(message)).toString();
    }

    private String value(ConsumerRecord<byte[], byte[]> message) {
        try {
            return message.value() == null ? MISSING : format.decode(message.value());
        } catch (KafkaToolException e) {
            throw new KafkaToolException(
                    message.topic() + "-" + message.partition() + " offset " + message.offset() + ": " + e.getMessage(),
                    e);
        }
    }

    private static String headers(ConsumerRecord<byte[], byte[]> message) {
        var all = new StringJoiner(",");
        for (Header header : message.headers()) {
            all.add(header.key() + "=" + text(header.value()));
        }
        return all.toString();
    }

    private static String text(byte[] bytes) {
        return bytes == null ? MISSING : new String(bytes, StandardCharsets.UTF_8);
    }
}
