package io.lingoduct.streams.route;

import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.OutputTooLargeException;
import io.lingoduct.streams.fault.MessageTooLargeException;
import io.lingoduct.streams.message.Incoming;
import io.lingoduct.streams.message.ModelHeaders;
import io.lingoduct.streams.message.ReadyMessage;
import io.lingoduct.streams.message.Route;
import io.lingoduct.streams.output.Outgoing;
import io.lingoduct.streams.output.OutputCheck;
import io.lingoduct.streams.output.RecordSize;
import io.lingoduct.streams.quality.Judgement;
import io.lingoduct.streams.quality.Review;
import io.lingoduct.streams.status.Origin;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Waits for a message's translations and forwards all of them before it returns, or none. Nothing is ever held back in
 * here, so that the offsets may be committed at any time without losing a message.
 */
final class TranslateProcessor extends ContextualProcessor<byte[], byte[], byte[], Outgoing> {

    private static final long STOP_CHECK_MS = 200;

    private final Route route;
    private final StreamParts parts;
    private final OutputCheck check;

    TranslateProcessor(Route route, StreamParts parts) {
        this.route = route;
        this.parts = parts;
        this.check = new OutputCheck(parts.topics(), parts.refusals(), parts.alone(), Clock.systemUTC());
    }

    @Override
    public void process(Record<byte[], byte[]> message) {
        var metadata = context().recordMetadata().orElseThrow();
        var origin = new Origin(metadata.topic(), metadata.partition(), metadata.offset());
        parts.refusals().turnsTo(origin);
        try {
            if (message.value() == null) {
                passTombstone(message, origin);
            } else {
                translate(message, origin);
            }
        } finally {
            parts.progress().processed(origin);
        }
    }

    /** Called when the partition is revoked or lost, too. */
    @Override
    public void close() {
        int partition = context().taskId().partition();
        parts.prefetched().drop(route, partition);
        parts.progress().taskCloses(partition);
    }

    private void passTombstone(Record<byte[], byte[]> message, Origin origin) {
        int partitions = inputPartitions(origin);
        var topics = route.translations().targetsOf(message.headers()).stream()
                .map(target -> output(origin, target))
                .distinct()
                .toList();
        // Whoever asks for a topic has it created.
        topics.forEach(parts.topics()::partitions);
        var outputs = topics.stream()
                .map(topic -> message.withValue(outgoing(null, topic, partitions)))
                .toList();
        outputs.forEach(output -> check.require(origin, output));
        outputs.forEach(context()::forward);
        parts.counters().passedThrough.addAndGet(outputs.size());
    }

    private void translate(Record<byte[], byte[]> message, Origin origin) {
        var incoming = new Incoming(origin.topic(), message.value(), message.headers());
        var translation = underWay(incoming, origin);
        try {
            route.checkDeadline(incoming);
        } catch (RuntimeException e) {
            translation.cancel(false);
            throw e;
        }
        var ready = await(translation, () -> parts.slow().keep(route, origin, incoming, translation));
        // Whoever asks for a topic has it created, with as many partitions as its input has.
        inputPartitions(origin);
        var translated = ready.stream().map(output -> encode(output, origin)).toList();
        var outputs = translated.stream()
                .flatMap(output -> records(message, output, origin))
                .toList();
        outputs.forEach(context()::forward);
        translated.forEach(output -> count(output.judgement()));
        long passedThrough = translated.stream()
                .filter(ReadyMessage.Encoded::isPassedThrough)
                .count();
        parts.counters().passedThrough.addAndGet(passedThrough);
        parts.counters().translated.addAndGet(translated.size() - passedThrough);
    }

    /** Encodes a value only if its topic takes it; the limit is asked for anew before it is held against a message. */
    private ReadyMessage.Encoded encode(ReadyMessage message, Origin origin) {
        var topic = new AtomicReference<String>();
        try {
            return message.encode(target -> {
                topic.set(output(origin, target));
                return parts.topics().limits(topic.get()).maxMessageBytes();
            });
        } catch (OutputTooLargeException stale) {
            int limit = parts.topics().limitsAnew(topic.get()).maxMessageBytes();
            try {
                return message.encode(target -> limit);
            } catch (OutputTooLargeException e) {
                throw new MessageTooLargeException(e.bytes(), topic.get(), limit);
            }
        }
    }

    private String output(Origin origin, String target) {
        return route.to().name(origin.topic(), target);
    }

    private CompletableFuture<List<ReadyMessage>> underWay(Incoming message, Origin origin) {
        var prefetched = parts.prefetched().take(route, origin, message);
        prefetched.ifPresent(translation -> parts.counters().prefetched.incrementAndGet());
        return prefetched.or(() -> parts.slow().find(route, origin, message)).orElseGet(() -> route.translate(message));
    }

    /** The output and what somebody is to look at, as far as there is either. */
    private Stream<Record<byte[], Outgoing>> records(
            Record<byte[], byte[]> message, ReadyMessage.Encoded translated, Origin origin) {
        var headed =
                message.withHeaders(ModelHeaders.with(message.headers(), translated.stamp(), translated.judgement()));
        var output = Stream.ofNullable(translated.value())
                .map(value ->
                        record(headed, value, output(origin, translated.stamp().targetLanguage()), origin));
        return translated.review() == null
                ? output
                : Stream.concat(output, Stream.of(review(headed, translated.review(), origin)));
    }

    private Record<byte[], Outgoing> review(Record<byte[], byte[]> headed, Review review, Origin origin) {
        var value = review.value(origin);
        int limit = parts.topics().limits(review.topic()).maxMessageBytes();
        boolean tooLarge = RecordSize.of(headed.key(), value, headed.headers()) > limit;
        return record(headed, tooLarge ? review.valueWithoutTexts(origin) : value, review.topic(), origin);
    }

    private Record<byte[], Outgoing> record(Record<byte[], byte[]> headed, byte[] value, String topic, Origin origin) {
        var output = headed.withValue(outgoing(value, topic, inputPartitions(origin)));
        check.require(origin, output);
        return output;
    }

    private void count(Judgement judgement) {
        if (judgement.isPoor()) {
            parts.counters().quality().count(judgement.keepsSources(), judgement.isReviewed());
            parts.progress().quality().count(judgement.keepsSources(), judgement.isReviewed());
        }
    }

    /** To be asked before anything of an output: one that has to be created takes the partitions of its input, once it is known. */
    private int inputPartitions(Origin origin) {
        var inputs = route.from().hasPattern()
                ? List.of(origin.topic())
                : route.from().names();
        return inputs.stream().mapToInt(parts.topics()::partitions).max().orElseThrow();
    }

    private Outgoing outgoing(byte[] value, String topic, int inputPartitions) {
        return new Outgoing(value, topic, context().taskId().partition(), inputPartitions);
    }

    private List<ReadyMessage> await(CompletableFuture<List<ReadyMessage>> translation, Runnable whenSlow) {
        while (true) {
            try {
                return translation.get(STOP_CHECK_MS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                whenSlow.run();
                if (parts.stopNow().getAsBoolean()) {
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
        if (cause instanceof StackOverflowError) {
            throw new MalformedMessageException("the message is nested too deep");
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException exception ? exception : new IllegalStateException(cause);
    }
}
