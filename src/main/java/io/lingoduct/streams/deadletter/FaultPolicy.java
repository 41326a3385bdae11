package io.lingoduct.streams.deadletter;

import io.lingoduct.streams.fault.DeadLetterRefusedException;
import io.lingoduct.streams.fault.MessageFault;
import io.lingoduct.streams.output.Refusals;
import io.lingoduct.streams.status.Origin;
import io.lingoduct.streams.status.RouteProgress;
import io.lingoduct.streams.status.StreamCounters;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler.Response;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Treatment of a message that failed, see {@link MessageFault}. A dead letter is sent in the same transaction as
 * everything else, and the stream goes on; otherwise the stream thread stops, and the message is read again.
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

    /** @param closing true once the service ends */
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
        if (!untouched || !MessageFault.of(fault).isDeadLetter(closing, () -> hasFailedBefore(origin))) {
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

    private boolean hasFailedBefore(Origin origin) {
        boolean suspect = refusals.isSuspect(origin, PROCESSING);
        refusals.failed(origin, PROCESSING);
        return suspect;
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

    /** Asks the stream's {@link FaultPolicy} what to do. Made by Kafka Streams from the class name in its settings. */
    public static final class Handler implements ProcessingExceptionHandler {

        /** Setting that holds the {@link FaultPolicy}. */
        public static final String POLICY = "lingoduct.fault.policy";

        private FaultPolicy policy;

        @Override
        public void configure(Map<String, ?> configs) {
            policy = (FaultPolicy) configs.get(POLICY);
        }

        @Override
        public Response handleError(ErrorHandlerContext origin, Record<?, ?> message, Exception fault) {
            return policy.handle(origin, message, fault);
        }
    }
}
