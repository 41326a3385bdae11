package io.lingoduct.tools.deadletters;

import io.lingoduct.streams.deadletter.DeadLetters;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;

/** Dead letters for tests. */
public final class Letters {

    static final String TOPIC = "letters";

    private Letters() {}

    /** A letter whose key is {@code k} and whose value is {@code value-OFFSET}. */
    static ConsumerRecord<byte[], byte[]> letter(int partition, long offset, Map<String, String> headers) {
        var all = new RecordHeaders();
        headers.forEach((name, value) -> all.add(name, bytes(value)));
        return new ConsumerRecord<>(
                TOPIC,
                partition,
                offset,
                1_700_000_000_000L + offset,
                TimestampType.CREATE_TIME,
                1,
                1,
                bytes("k"),
                bytes("value-" + offset),
                all,
                Optional.empty());
    }

    static Map<String, String> from(String topic, int partition, String message) {
        return Map.of(
                "own",
                "header",
                DeadLetters.TOPIC,
                topic,
                DeadLetters.PARTITION,
                Integer.toString(partition),
                DeadLetters.OFFSET,
                "99",
                DeadLetters.EXCEPTION,
                "io.lingoduct.serde.MalformedMessageException",
                DeadLetters.MESSAGE,
                message,
                DeadLetters.NODE,
                "translate-out",
                DeadLetters.STACK_TRACE,
                "at ...");
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
