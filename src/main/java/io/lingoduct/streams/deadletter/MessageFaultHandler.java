package io.lingoduct.streams.deadletter;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/** Asks the stream's {@link FaultPolicy} what to do. Made by Kafka Streams from the class name in its settings. */
public final class MessageFaultHandler implements ProcessingExceptionHandler {

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
