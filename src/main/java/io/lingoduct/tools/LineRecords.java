package io.lingoduct.tools;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;

/**
 * Makes messages out of lines.
 *
 * @param partition null to go by the key
 * @param keySeparator ends the key at the beginning of each line; null where lines hold no key
 * @param headers put on every message
 * @param nullMarker value that stands for a missing one (a tombstone); null where there is none
 */
public record LineRecords(
        String topic,
        Integer partition,
        String keySeparator,
        List<Header> headers,
        String nullMarker,
        ValueFormat format) {

    public LineRecords {
        headers = List.copyOf(headers);
    }

    /**
     * A header for messages.
     *
     * @param definition {@code NAME=VALUE}
     * @throws KafkaToolException if it is of another form
     */
    public static Header header(String definition) {
        int end = definition.indexOf('=');
        if (end < 1) {
            throw new KafkaToolException("a header is written NAME=VALUE, not " + definition);
        }
        return new RecordHeader(
                definition.substring(0, end), definition.substring(end + 1).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param line without its line feed
     * @throws KafkaToolException if the line has no key where it must, or its value is not of the format
     */
    ProducerRecord<byte[], byte[]> of(String line) {
        if (keySeparator == null) {
            return record(null, line);
        }
        int end = line.indexOf(keySeparator);
        if (end < 0) {
            throw new KafkaToolException("the key separator is not in it");
        }
        return record(
                line.substring(0, end).getBytes(StandardCharsets.UTF_8), line.substring(end + keySeparator.length()));
    }

    private ProducerRecord<byte[], byte[]> record(byte[] key, String value) {
        var bytes = value.equals(nullMarker) ? null : format.encode(value);
        return new ProducerRecord<>(topic, partition, key, bytes, headers);
    }
}
