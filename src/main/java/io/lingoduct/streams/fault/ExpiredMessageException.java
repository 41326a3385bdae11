package io.lingoduct.streams.fault;

import io.lingoduct.streams.message.Deadline;
import java.time.Instant;

/** A message's turn came after its deadline: nobody waits for its translation any more. */
public final class ExpiredMessageException extends RuntimeException {

    public ExpiredMessageException(Instant deadline, Instant now) {
        super("the deadline in the header " + Deadline.HEADER + ", " + deadline + ", has passed; it is " + now);
    }
}
