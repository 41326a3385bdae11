package io.lingoduct.streams.prefetch;

import static io.lingoduct.streams.route.TopologyKit.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.engine.TextTranslator;
import io.lingoduct.engine.TranslatedText;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.serde.TextFormat;
import io.lingoduct.service.OutputTopic;
import io.lingoduct.streams.message.Incoming;
import io.lingoduct.streams.message.InputTopics;
import io.lingoduct.streams.message.ReadyMessage;
import io.lingoduct.streams.message.Route;
import io.lingoduct.streams.message.RouteFormat;
import io.lingoduct.streams.message.Translations;
import io.lingoduct.streams.message.UpperCaseTranslator;
import io.lingoduct.streams.route.TopologyKit;
import io.lingoduct.streams.status.Origin;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

/** Submissions that block on a full engine, and one that fails: neither keeps anybody else waiting. */
class BlockedSubmissionTest {

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
    void shouldKeepNobodyWaitingWhileTheEngineHasNoRoomForARecord() throws Exception {
        var engine = new FullEngine();
        var full = engine.route();
        var poll = submitOnItsOwnThread(engine, full, "first");

        var others = CompletableFuture.runAsync(() -> {
            // Takes the place of the record that is being submitted, within its lane and so within the lane's bin.
            buffer.offer(full, new ConsumerRecord<>("in", 0, 7, null, bytes("second")));
            assertThat(buffer.take(full, new Origin("in", 0, 8), message("third")))
                    .isEmpty();
            buffer.drop(full, 0);
        });

        assertThat(others).succeedsWithin(LONG);
        assertThat(poll).isNotDone();
        engine.hasRoom.countDown();
        assertThat(poll).succeedsWithin(LONG);
        assertThat(engine.translation).isCancelled();
        assertThat(buffer.size()).isZero();
    }

    @Test
    void shouldHandOutARecordWhoseSubmissionIsUnderWay() throws Exception {
        var engine = new FullEngine();
        var full = engine.route();
        var poll = submitOnItsOwnThread(engine, full, "first");

        var taken = CompletableFuture.supplyAsync(() ->
                buffer.take(full, new Origin("in", 0, 7), message("first")).orElseThrow());

        assertThat(taken).succeedsWithin(LONG);
        assertThat(taken.join()).isNotDone();
        engine.translation.complete(new TranslatedText("ERSTES", 1, true, engine.model()));
        engine.hasRoom.countDown();
        assertThat(poll).succeedsWithin(LONG);
        assertThat(taken.join()).succeedsWithin(LONG);
    }

    @Test
    void shouldMakeRoomForOthersWhenARecordIsDroppedThatIsBeingSubmitted() throws Exception {
        var engine = new FullEngine();
        var full = engine.route();
        var poll = submitOnItsOwnThread(engine, full, "x".repeat(WINDOW));
        buffer.offer(route, new ConsumerRecord<>("in", 1, 1, null, bytes("other")));
        assertThat(translator.asked).isEmpty();

        assertThat(CompletableFuture.runAsync(() -> buffer.drop(full, 0))).succeedsWithin(LONG);

        assertThat(translator.asked).containsExactly("other");
        engine.hasRoom.countDown();
        assertThat(poll).succeedsWithin(LONG);
    }

    @Test
    void shouldLetNobodyWaitForARecordWhoseSubmissionFailed() {
        var failure = new OutOfMemoryError("no heap for another future");
        slow.keep(route, new Origin("in", 0, 7), message("hello"), new CompletableFuture<>() {

            @Override
            public CompletableFuture<List<ReadyMessage>> copy() {
                throw failure;
            }
        });
        try {
            poll(7, "hello");
        } catch (OutOfMemoryError e) {
            assertThat(e).isSameAs(failure);
        }

        assertThat(buffer.take(route, new Origin("in", 0, 7), message("hello")).orElseThrow())
                .failsWithin(Duration.ZERO)
                .withThrowableThat()
                .withCause(failure);
    }

    /** Returns once the submission blocks. */
    private CompletableFuture<Void> submitOnItsOwnThread(FullEngine engine, Route route, String text)
            throws InterruptedException {
        buffer.offer(route, new ConsumerRecord<>("in", 0, 7, null, bytes(text)));
        var poll = CompletableFuture.runAsync(buffer::fill);
        assertThat(engine.asked.await(LONG.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return poll;
    }

    /** An engine that takes a text only once there is room. */
    private static final class FullEngine implements TextTranslator {

        private final CountDownLatch asked = new CountDownLatch(1);
        private final CountDownLatch hasRoom = new CountDownLatch(1);
        private final CompletableFuture<TranslatedText> translation = new CompletableFuture<>();

        Route route() {
            return new Route(
                    "full",
                    InputTopics.named("in"),
                    new OutputTopic("out"),
                    RouteFormat.same(new TextFormat()),
                    Translations.by(this),
                    InstantSource.fixed(TopologyKit.TIME));
        }

        @Override
        public ModelInfo model() {
            return new ModelInfo("full", "1", "en", "de", 100, 1);
        }

        @Override
        public CompletableFuture<TranslatedText> translate(String text) {
            asked.countDown();
            try {
                hasRoom.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("nobody interrupts a poll", e);
            }
            return translation;
        }
    }

    private static Incoming message(String text) {
        return new Incoming("in", bytes(text), new RecordHeaders());
    }

    private void poll(long offset, String text) {
        buffer.offer(route, new ConsumerRecord<>("in", 0, offset, null, bytes(text)));
        buffer.fill();
    }
}
