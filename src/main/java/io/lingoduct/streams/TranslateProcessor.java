package io.lingoduct.streams;

import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Waits for a message's translation and forwards it before it returns. Nothing is ever held back in here, so that the
 * offsets may be committed at any time without losing a message.
 */
final class TranslateProcessor extends ContextualProcessor<byte[], byte[], byte[], Outgoing> {

    private static final long STOP_CHECK_MS = 200;

    private final Route route;
    private final PrefetchBuffer prefetched;
    private final StreamCounters counters;
    private final BooleanSupplier stopNow;

    /**
     * @param stopNow true once waiting is to end, because the process must
     */
    TranslateProcessor(Route route, PrefetchBuffer prefetched, StreamCounters counters, BooleanSupplier stopNow) {
        this.route = route;
        this.prefetched = prefetched;
        this.counters = counters;
        this.stopNow = stopNow;
    }

    @Override
    public void process(Record<byte[], byte[]> message) {
        int partition = context().taskId().partition();
        if (message.value() == null) {
            context().forward(message.withValue(new Outgoing(null, partition)));
            counters.passedThrough.incrementAndGet();
            return;
        }
        var translated = await(translation(message));
        var value = translated.bytes();
        var headers = ModelHeaders.with(message.headers(), translated.model());
        long bytes = RecordSize.upperBound(message.key(), value, headers);
        if (bytes > route.maxRecordBytes()) {
            throw new MessageTooLargeException(bytes, route.to(), route.maxRecordBytes());
        }
        context().forward(message.withValue(new Outgoing(value, partition)).withHeaders(headers));
        counters.translated.incrementAndGet();
    }

    /** Called when the partition is revoked or lost, too. */
    @Override
    public void close() {
        for (var topic : route.from()) {
            prefetched.drop(route, topic, context().taskId().partition());
        }
    }

    private CompletableFuture<TranslatedValue> translation(Record<byte[], byte[]> message) {
        var underWay = context()
                .recordMetadata()
                .flatMap(source ->
                        prefetched.take(route, source.topic(), source.partition(), source.offset(), message.value()));
        underWay.ifPresent(translation -> counters.prefetched.incrementAndGet());
        return underWay.orElseGet(() -> route.translate(message.value()));
    }

    private TranslatedValue await(CompletableFuture<TranslatedValue> translation) {
        while (true) {
            try {
                return translation.get(STOP_CHECK_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                if (stopNow.getAsBoolean()) {
                    throw new CancellationException("the service stops before this message is translated");
                }
            } catch (InterruptedException e) {
                throw new InterruptException(e);
            } catch (ExecutionException e) {
                throw unwrap(e.getCause());
            }
        }
    }

    private static RuntimeException unwrap(Throwable cause) {
        if (cause instanceof CompletionException && cause.getCause() != null) {
            return unwrap(cause.getCause());
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }
}
