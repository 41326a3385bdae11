package io.lingoduct.tools;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.RecordTooLargeException;

/** Sends one message for each line. Lines are sent as they come, without waiting for the brokers' receipts of earlier ones. */
public final class LineProducer {

    /** Gives one line after another. */
    @FunctionalInterface
    public interface Lines {

        /** The next line without its end, or null if there is no more. */
        String next() throws IOException;
    }

    private record Refused(long line, Exception fault) {}

    private final Producer<byte[], byte[]> producer;
    private final LineRecords records;
    private final BooleanSupplier stopped;
    private final AtomicLong delivered = new AtomicLong();
    private final AtomicReference<Refused> first = new AtomicReference<>();

    /**
     * @param stopped true once the process ends and somebody else closes the producer
     */
    public LineProducer(Producer<byte[], byte[]> producer, LineRecords records, BooleanSupplier stopped) {
        this.producer = producer;
        this.records = records;
        this.stopped = stopped;
    }

    /** Messages that the brokers have confirmed. */
    public long delivered() {
        return delivered.get();
    }

    /**
     * Sends until the lines end or {@code stopped}, and returns when the brokers have all of it.
     *
     * @throws KafkaToolException naming the first line at fault; those before it are sent
     * @throws KafkaException if the brokers do not take a message; the others that were sent are delivered or have failed by
     *     then
     */
    public void run(Lines lines) throws IOException {
        try {
            long number = 0;
            for (var line = lines.next(); line != null && !stopped.getAsBoolean(); line = lines.next()) {
                number++;
                send(line, number);
            }
        } catch (IllegalStateException e) {
            // What a producer throws that was closed a moment ago.
            if (!stopped.getAsBoolean()) {
                throw e;
            }
        }
        if (!stopped.getAsBoolean()) {
            producer.flush();
        }
        throwFailure();
    }

    private void send(String line, long number) {
        if (first.get() != null) {
            producer.flush();
            throwFailure();
        }
        try {
            producer.send(records.of(line), (metadata, fault) -> receipt(number, fault));
        } catch (KafkaToolException e) {
            producer.flush();
            throw new KafkaToolException("line " + number + ": " + e.getMessage(), e);
        }
    }

    private void receipt(long number, Exception fault) {
        if (fault == null) {
            delivered.incrementAndGet();
        } else {
            first.compareAndSet(null, new Refused(number, fault));
        }
    }

    private void throwFailure() {
        var refused = first.get();
        if (refused == null) {
            return;
        }
        var message = "line " + refused.line + ": the brokers did not take the message: " + refused.fault.getMessage();
        throw refused.fault instanceof RecordTooLargeException
                ? new KafkaToolException(message, refused.fault)
                : new KafkaException(message, refused.fault);
    }
}
