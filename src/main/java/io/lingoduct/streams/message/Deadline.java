package io.lingoduct.streams.message;

import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.streams.fault.ExpiredMessageException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.InstantSource;
import org.apache.kafka.common.header.Headers;

/**
 * Time until which a message is worth translating, by its header {@value #HEADER}: milliseconds since 1970 as decimal text, or an
 * instant as ISO 8601 writes it, such as {@code 2026-03-01T12:00:00Z}. Of several such headers the last counts.
 */
public final class Deadline {

    public static final String HEADER = "expires";

    private static final String MILLISECONDS = "[0-9]{1,18}";

    private Deadline() {}

    /**
     * @throws ExpiredMessageException if the deadline has passed
     * @throws MalformedMessageException if the header cannot be read: to take it for no deadline would do the work that its
     *     sender wanted to be spared, and to take it for a passed one would hide the mistake
     */
    static void check(Headers headers, InstantSource clock) {
        var header = headers.lastHeader(HEADER);
        if (header == null) {
            return;
        }
        var deadline = parse(HeaderText.of(header));
        var now = clock.instant();
        if (now.isAfter(deadline)) {
            throw new ExpiredMessageException(HEADER, deadline, now);
        }
    }

    private static Instant parse(String text) {
        try {
            return text.matches(MILLISECONDS) ? Instant.ofEpochMilli(Long.parseLong(text)) : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new MalformedMessageException(
                    "the header " + HEADER + " is neither milliseconds since 1970 nor an ISO 8601 instant", e);
        }
    }
}
