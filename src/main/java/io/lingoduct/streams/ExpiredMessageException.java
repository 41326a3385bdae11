package io.lingoduct.streams;

import java.time.Instant;

/** A message's turn came after its deadline: nobody waits for its translation any more. */
final class ExpiredMessageException extends RuntimeException {

    ExpiredMessageException(Instant deadline, Instant now) {
        super("the deadline in the header " + Deadline.HEADER + ", " + deadline + ", has passed; it is " + now);
    }
}
