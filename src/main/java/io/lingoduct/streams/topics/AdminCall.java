package io.lingoduct.streams.topics;

import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.InterruptException;

/** Requests to the brokers, one after the other. */
public final class AdminCall {

    private AdminCall() {}

    /**
     * The result of a request, with the exceptions of a synchronous one.
     *
     * @throws KafkaException what the request failed with
     */
    public static <T> T await(KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException cause ? cause : new KafkaException(e.getCause());
        }
    }
}
