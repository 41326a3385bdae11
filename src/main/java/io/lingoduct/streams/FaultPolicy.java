package io.lingoduct.streams;

import io.lingoduct.engine.BrokenModelException;
import io.lingoduct.engine.EngineClosedException;
import io.lingoduct.engine.SegmentTimeoutException;
import io.lingoduct.model.SegmentTooLongException;
import io.lingoduct.model.TranslationException;
import io.lingoduct.registry.SchemaRefusedException;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.OutputTooLargeException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler.Response;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Decides what becomes of a message that failed. Faults of the message go to the dead-letter topic, in the same
 * transaction as everything else, and the stream goes on. Faults of the service stop the stream thread, and the message is
 * read again: nobody's message is dropped because of a fault of ours.
 *
 * <p>A time-out of the engine is a fault of the service: it tells of too much load or too small a limit, and on an idle
 * machine the same message would pass. So it stops the thread, and the message is read again.
 *
 * <p>A text that the runtime could not translate is taken for the message's fault, since the engine has tried it alone. The
 * engine also says when that happens to so many in a row that it is the runtime that is broken.
 */
final class FaultPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(FaultPolicy.class);
    private static final int ALWAYS_LOGGED = 10;
    private static final int LOGGED_EVERY = 1000;

    private final DeadLetters deadLetters;
    private final StreamCounters counters;
    private final BooleanSupplier closing;

    /**
     * @param closing true once the process ends: ONNX Runtime may be taken down meanwhile, so that a failure of it says nothing
     *     about a message any more
     */
    FaultPolicy(DeadLetters deadLetters, StreamCounters counters, BooleanSupplier closing) {
        this.deadLetters = deadLetters;
        this.counters = counters;
        this.closing = closing;
    }

    Response handle(ErrorHandlerContext origin, Record<?, ?> message, Exception fault) {
        boolean untouched = message.value() == null || message.value() instanceof byte[];
        if (!isFaultOfMessage(fault) || !untouched) {
            return Response.fail();
        }
        var original = message.withKey((byte[]) message.key()).withValue((byte[]) message.value());
        log(counters.deadLettered.incrementAndGet(), origin, fault);
        return Response.resume(List.of(deadLetters.of(original, origin, fault)));
    }

    private boolean isFaultOfMessage(Exception fault) {
        if (causedByError(fault)
                || fault instanceof EngineClosedException
                || fault instanceof SegmentTimeoutException
                || fault instanceof BrokenModelException) {
            return false;
        }
        if (fault instanceof TranslationException && !(fault instanceof SegmentTooLongException)) {
            return !closing.getAsBoolean();
        }
        return fault instanceof SegmentTooLongException
                || fault instanceof MalformedMessageException
                || fault instanceof SchemaRefusedException
                || fault instanceof MessageTooLargeException
                || fault instanceof OutputTooLargeException
                || fault instanceof ExpiredMessageException
                || fault instanceof UnknownLanguageException
                || fault instanceof NoModelException;
    }

    private static boolean causedByError(Throwable fault) {
        return fault != null && (fault instanceof Error || causedByError(fault.getCause()));
    }

    private void log(long count, ErrorHandlerContext origin, Exception fault) {
        var text = "dead letter {} to {}: {}-{} offset {}: {}";
        var values = new Object[] {
            count, deadLetters.topic(), origin.topic(), origin.partition(), origin.offset(), fault.getMessage()
        };
        if (count <= ALWAYS_LOGGED || count % LOGGED_EVERY == 0) {
            LOG.warn(text, values);
        } else {
            LOG.debug(text, values);
        }
    }
}
