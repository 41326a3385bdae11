package io.lingoduct.bench.chaos.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Headers;

/**
 * Name of a message, which it carries in a header from the input to wherever it ends.
 *
 * @param route that it was sent to
 * @param partition of the input topic
 * @param number consecutive within the partition, from 0
 */
public record MessageId(String route, int partition, int number) {

    public static final String HEADER = "chaos-id";

    private static final Pattern WRITTEN = Pattern.compile("([^/]+)/(\\d{1,9})/(\\d{1,9})");

    static MessageId of(String route, int partition, int number) {
        return new MessageId(route, partition, number);
    }

    /** Empty if the headers hold no id, or something else under its name. */
    public static Optional<MessageId> in(Headers headers) {
        var header = headers.lastHeader(HEADER);
        if (header == null || header.value() == null) {
            return Optional.empty();
        }
        var matcher = WRITTEN.matcher(new String(header.value(), StandardCharsets.UTF_8));
        return matcher.matches()
                ? Optional.of(new MessageId(
                        matcher.group(1), Integer.parseInt(matcher.group(2)), Integer.parseInt(matcher.group(3))))
                : Optional.empty();
    }

    public byte[] bytes() {
        return toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return route + "/" + partition + "/" + number;
    }
}
