package io.lingoduct.streams.deadletter;

import io.lingoduct.engine.BrokenModelException;
import io.lingoduct.engine.EngineClosedException;
import io.lingoduct.engine.SegmentTimeoutException;
import io.lingoduct.model.SegmentTooLongException;
import io.lingoduct.model.TranslationException;
import io.lingoduct.registry.RegistryDeniedException;
import io.lingoduct.registry.RegistryUnavailableException;
import io.lingoduct.registry.SchemaRefusedException;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.streams.fault.DeadLetterRefusedException;
import io.lingoduct.streams.fault.ExpiredMessageException;
import io.lingoduct.streams.fault.MessageTooLargeException;
import io.lingoduct.streams.fault.MissingTopicException;
import io.lingoduct.streams.fault.NoModelException;
import io.lingoduct.streams.fault.OutputRefusedException;
import io.lingoduct.streams.fault.UnknownLanguageException;
import io.lingoduct.streams.output.Refusals;
import io.lingoduct.streams.status.Origin;
import io.lingoduct.streams.status.RouteProgress;
import io.lingoduct.streams.status.StreamCounters;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.KafkaException;
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
 *
 * <p>What nobody foresaw is tried again, and is taken for the message's fault when it happens once more at the same offset:
 * else one message could stop its partition for good.
 */
public final class FaultPolicy {

    private static final Logger LOG = LoggerFactory.getLogger(FaultPolicy.class);
    private static final int ALWAYS_LOGGED = 10;
    private static final int LOGGED_EVERY = 1000;
    // Stands in the place of a topic where a message failed before anything of it was sent.
    private static final String PROCESSING = "";

    private final DeadLetters deadLetters;
    private final Refusals refusals;
    private final Refusals.Alone alone;
    private final RouteProgress progress;
    private final StreamCounters counters;
    private final BooleanSupplier closing;

    /**
     * @param closing true once the process ends: ONNX Runtime may be taken down meanwhile, so that a failure of it says nothing
     *     about a message any more
     */
    public FaultPolicy(
            DeadLetters deadLetters,
            Refusals refusals,
            Refusals.Alone alone,
            RouteProgress progress,
            StreamCounters counters,
            BooleanSupplier closing) {
        this.deadLetters = deadLetters;
        this.refusals = refusals;
        this.alone = alone;
        this.progress = progress;
        this.counters = counters;
        this.closing = closing;
    }

    Response handle(ErrorHandlerContext context, Record<?, ?> message, Exception fault) {
        var origin = new Origin(context.topic(), context.partition(), context.offset());
        boolean untouched = message.value() == null || message.value() instanceof byte[];
        if (!untouched || !isFaultOfMessage(origin, fault)) {
            progress.failed(origin, reason(fault));
            return Response.fail();
        }
        var original = message.withKey((byte[]) message.key()).withValue((byte[]) message.value());
        var letter = deadLetters.of(original, origin, context.processorNodeId(), fault);
        if (refusals.isSuspect(origin, letter.topic())) {
            var refusal = alone.refusal(letter);
            if (refusal.isPresent()) {
                refusals.giveUp(new DeadLetterRefusedException(origin, letter.topic(), refusal.get()));
                return Response.fail();
            }
        }
        log(counters.deadLettered.incrementAndGet(), origin, fault);
        return Response.resume(List.of(letter));
    }

    private boolean isFaultOfMessage(Origin origin, Exception fault) {
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
                || fault instanceof OutputRefusedException
                || fault instanceof ExpiredMessageException
                || fault instanceof UnknownLanguageException
                || fault instanceof NoModelException
                || isUnforeseen(fault) && hasFailedBefore(origin);
    }

    /** Whether it is none of what is known to come from brokers, the registry, or the end of the service. */
    private boolean isUnforeseen(Exception fault) {
        return !closing.getAsBoolean()
                && !(fault instanceof KafkaException
                        || fault instanceof RegistryUnavailableException
                        || fault instanceof RegistryDeniedException
                        || fault instanceof MissingTopicException
                        || fault instanceof CancellationException);
    }

    private boolean hasFailedBefore(Origin origin) {
        boolean suspect = refusals.isSuspect(origin, PROCESSING);
        refusals.failed(origin, PROCESSING);
        return suspect;
    }

    private static boolean causedByError(Throwable fault) {
        return fault != null && (fault instanceof Error || causedByError(fault.getCause()));
    }

    private static String reason(Exception fault) {
        return fault.getMessage() == null ? fault.getClass().getName() : fault.getMessage();
    }

    private void log(long count, Origin origin, Exception fault) {
        var text = "dead letter {} to {}: {}: {}";
        var values = new Object[] {count, deadLetters.topic(), origin.inWords(), fault.getMessage()};
        if (count <= ALWAYS_LOGGED || count % LOGGED_EVERY == 0) {
            LOG.warn(text, values);
        } else {
            LOG.debug(text, values);
        }
    }
}
