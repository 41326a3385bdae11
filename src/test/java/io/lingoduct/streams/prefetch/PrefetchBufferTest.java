package io.lingoduct.streams.prefetch;

import static io.lingoduct.streams.route.TopologyKit.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.registry.RegistryUnavailableException;
import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.serde.MessageFormat;
import io.lingoduct.serde.TextFormat;
import io.lingoduct.service.OutputTopic;
import io.lingoduct.streams.message.Incoming;
import io.lingoduct.streams.message.InputTopics;
import io.lingoduct.streams.message.Route;
import io.lingoduct.streams.message.RouteFormat;
import io.lingoduct.streams.message.Translations;
import io.lingoduct.streams.message.UpperCaseTranslator;
import io.lingoduct.streams.route.TopologyKit;
import io.lingoduct.streams.status.Origin;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class PrefetchBufferTest {

    private static final int WINDOW = 1000;
    private static final Duration LONG = Duration.ofSeconds(20);

    private final UpperCaseTranslator translator = new UpperCaseTranslator();
    private final Route route = new Route(
            "route",
            InputTopics.named("in"),
            new OutputTopic("out"),
            RouteFormat.same(new TextFormat()),
            Translations.by(translator),
            InstantSource.fixed(TopologyKit.TIME));
    private final SlowTranslations slow = new SlowTranslations();
    private final PrefetchBuffer buffer = new PrefetchBuffer(WINDOW, 100, slow);

    @Test
    void shouldHandOutTheTranslationOfARecord() {
        poll(7, "hello");

        assertThat(taken(7, "hello")).isEqualTo("HELLO");
        assertThat(buffer.size()).isZero();
    }

    @Test
    void shouldHandOutNothingForARecordThatWasNotPolled() {
        poll(7, "hello");

        assertThat(buffer.take(route, new Origin("in", 1, 7), message("hello"))).isEmpty();
        assertThat(buffer.take(route, new Origin("in", 0, 6), message("hello"))).isEmpty();
    }

    @Test
    void shouldHandOutNothingForAnotherRecordAtTheSameOffset() {
        poll(7, "hello");

        assertThat(buffer.take(route, new Origin("in", 0, 7), message("another")))
                .isEmpty();
        assertThat(buffer.size()).isZero();
    }

    @Test
    void shouldHandOutNothingForARecordWithOtherHeaders() {
        poll(7, "hello");
        var headers = new RecordHeaders().add("target", bytes("fr"));

        assertThat(buffer.take(route, new Origin("in", 0, 7), new Incoming("in", bytes("hello"), headers)))
                .isEmpty();
    }

    @Test
    void shouldReplaceARecordThatChangedAtItsOffset() {
        poll(7, "hello");
        poll(7, "another");

        assertThat(taken(7, "another")).isEqualTo("ANOTHER");
        assertThat(buffer.size()).isZero();
    }

    @Test
    void shouldNotTranslateARecordAgainThatIsPolledTwice() {
        poll(7, "hello");
        poll(7, "hello");

        assertThat(translator.asked).containsExactly("hello");
    }

    @Test
    void shouldDropWhatLiesBelowTheProcessedOffset() {
        poll(5, "five");
        poll(6, "six");
        poll(7, "seven");

        buffer.take(route, new Origin("in", 0, 7), message("seven"));

        assertThat(buffer.size()).isZero();
    }

    @Test
    void shouldDropARevokedPartitionOnly() {
        poll(7, "hello");
        buffer.offer(route, new ConsumerRecord<>("in", 1, 7, null, bytes("other")));

        buffer.drop(route, 0);

        assertThat(buffer.take(route, new Origin("in", 0, 7), message("hello"))).isEmpty();
        assertThat(buffer.take(route, new Origin("in", 1, 7), message("other"))).isPresent();
    }

    @Test
    void shouldNotSubmitRecordsOfARevokedPartition() {
        buffer.offer(route, new ConsumerRecord<>("in", 0, 7, null, bytes("hello")));
        buffer.drop(route, 0);
        buffer.fill();

        assertThat(translator.asked).isEmpty();
    }

    @Test
    void shouldSubmitNoMoreThanTheWindowHolds() {
        poll(1, "x".repeat(WINDOW));
        poll(2, "later");

        assertThat(translator.asked).hasSize(1);
    }

    @Test
    void shouldSubmitWaitingRecordsAsOthersAreProcessed() {
        poll(1, "x".repeat(WINDOW));
        poll(2, "later");

        buffer.take(route, new Origin("in", 0, 1), message("x".repeat(WINDOW)));

        assertThat(translator.asked).hasSize(2).last().isEqualTo("later");
    }

    @Test
    void shouldMakeRoomInTheWindowWhenAPartitionIsRevoked() {
        poll(1, "x".repeat(WINDOW));
        buffer.offer(route, new ConsumerRecord<>("in", 1, 1, null, bytes("other")));

        buffer.drop(route, 0);

        assertThat(translator.asked).last().isEqualTo("other");
    }

    @Test
    void shouldSubmitARecordWhoseTurnComesBeforeTheWindowHasRoom() {
        buffer.offer(route, new ConsumerRecord<>("in", 1, 1, null, bytes("x".repeat(WINDOW))));
        poll(1, "urgent");

        assertThat(taken(1, "urgent")).isEqualTo("URGENT");
    }

    @Test
    void shouldHoldABoundedNumberOfRecords() {
        for (int offset = 0; offset < 200; offset++) {
            poll(offset, "hello");
        }

        assertThat(buffer.size()).isEqualTo(100);
    }

    @Test
    void shouldLeaveTombstonesAlone() {
        poll(7, null);

        assertThat(buffer.size()).isZero();
    }

    @Test
    void shouldHandFailuresOverInTheFuture() {
        buffer.offer(route, new ConsumerRecord<>("in", 0, 7, null, new byte[] {(byte) 0xFF}));
        buffer.fill();

        var translation = buffer.take(
                        route,
                        new Origin("in", 0, 7),
                        new Incoming("in", new byte[] {(byte) 0xFF}, new RecordHeaders()))
                .orElseThrow();
        assertThatThrownBy(translation::join)
                .isInstanceOf(CompletionException.class)
                .hasCauseInstanceOf(MalformedMessageException.class);
    }

    @Test
    void shouldNotTranslateALongTextAgainThatIsDroppedAndPolledAgain() {
        var text = "x".repeat(Prefetched.LONG_BYTES);
        poll(7, text);
        buffer.drop(route, 0);
        poll(7, text);

        assertThat(taken(7, text)).hasSize(text.length());
        assertThat(translator.asked).hasSize(1);
    }

    @Test
    void shouldTakeUpATranslationThatAThreadHasWaitedFor() {
        slow.keep(route, new Origin("in", 0, 7), message("hello"), route.translate(message("hello")));
        poll(7, "hello");

        assertThat(taken(7, "hello")).isEqualTo("HELLO");
        assertThat(translator.asked).hasSize(1);
    }

    @Test
    void shouldNotWaitForTheRegistryWithEveryRecordOfAPoll() {
        var asked = new AtomicInteger();
        var now = new AtomicLong();
        MessageFormat format = value -> {
            asked.incrementAndGet();
            throw new RegistryUnavailableException("away");
        };
        var away = new Route(
                "route",
                InputTopics.named("in"),
                new OutputTopic("out"),
                RouteFormat.same(format),
                Translations.by(translator),
                InstantSource.fixed(TopologyKit.TIME));
        var held = new PrefetchBuffer(WINDOW, 100, slow, now::get);
        offerAndFill(held, away, 5);

        assertThat(asked).hasValue(1);
        assertThat(held.take(away, new Origin("in", 0, 3), message("3")).orElseThrow())
                .isCompletedExceptionally();
        assertThat(asked).hasValue(2);
        held.offer(route, new ConsumerRecord<>("in", 1, 1, null, bytes("other")));
        held.fill();
        assertThat(translator.asked).containsExactly("other");

        now.addAndGet(PrefetchWindow.HELD_OFF.toNanos());
        offerAndFill(held, away, 20);
        assertThat(asked).hasValue(3);
    }

    @Test
    void shouldNotWaitForGoodForRecordsThatAreNeverProcessed() {
        var now = new AtomicLong();
        var held = new PrefetchBuffer(WINDOW, 100, slow, now::get);
        held.offer(route, new ConsumerRecord<>("deleted", 0, 0, null, bytes("x".repeat(WINDOW))));
        held.offer(route, new ConsumerRecord<>("deleted", 0, 1, null, bytes("never submitted")));
        held.fill();
        now.addAndGet(PrefetchBuffer.WAITED_FOR.toNanos() + 1);
        held.offer(route, new ConsumerRecord<>("in", 0, 0, null, bytes("later")));

        held.dropForgotten();
        held.fill();

        assertThat(held.size()).isEqualTo(1);
        assertThat(translator.asked).containsExactly("x".repeat(WINDOW), "later");
    }

    private static void offerAndFill(PrefetchBuffer buffer, Route route, long end) {
        for (long offset = end - 5; offset < end; offset++) {
            buffer.offer(route, new ConsumerRecord<>("in", 0, offset, null, bytes("" + offset)));
        }
        buffer.fill();
    }

    private String taken(long offset, String text) {
        var outputs = buffer.take(route, new Origin("in", 0, offset), message(text))
                .orElseThrow()
                .join();
        return TopologyKit.text(outputs.get(0).encode(target -> 1_000_000).value());
    }

    private static Incoming message(String text) {
        return new Incoming("in", bytes(text), new RecordHeaders());
    }

    private void poll(long offset, String text) {
        buffer.offer(route, new ConsumerRecord<>("in", 0, offset, null, bytes(text)));
        buffer.fill();
    }
}
