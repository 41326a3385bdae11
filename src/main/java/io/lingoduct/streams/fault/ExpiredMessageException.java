package io.lingoduct.streams.fault;

import java.time.Instant;

/** A message's turn came after its deadline: nobody waits for its translation any more. */
public final class ExpiredMessageException extends RuntimeException {

    /** @param header name of the header that holds the deadline */
    public ExpiredMessageException(String header, Instant deadline, Instant now) {
        super("the deadline in the header " + header + ", " + deadline + ", has passed; it is " + now);
    }
}
