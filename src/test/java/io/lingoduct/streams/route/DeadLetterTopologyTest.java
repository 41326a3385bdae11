package io.lingoduct.streams.route;

import static io.lingoduct.streams.route.TopologyKit.bytes;
import static io.lingoduct.streams.route.TopologyKit.header;
import static io.lingoduct.streams.route.TopologyKit.names;
import static io.lingoduct.streams.route.TopologyKit.open;
import static io.lingoduct.streams.route.TopologyKit.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.serde.TextFormat;
import io.lingoduct.streams.deadletter.DeadLetters;
import io.lingoduct.streams.fault.DeadLetterRefusedException;
import io.lingoduct.streams.fault.MessageTooLargeException;
import io.lingoduct.streams.message.ModelHeaders;
import io.lingoduct.streams.output.RecordSize;
import io.lingoduct.streams.output.Refusals;
import io.lingoduct.streams.status.Origin;
import io.lingoduct.streams.topics.TopicLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.apache.kafka.common.InvalidRecordException;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

/** What becomes of messages that cannot be translated, or whose translation their topic does not take. */
class DeadLetterTopologyTest {

    private static final byte[] NOT_UTF8 = {(byte) 0xFF};

    @Test
    void shouldKeepTheOriginalInTheDeadLetter() {
        try (var kit = new TopologyKit()) {
            kit.send("key", NOT_UTF8, new RecordHeader("trace", bytes("17")));

            var letter = kit.deadLetters().get(0);
            assertThat(text(letter.key())).isEqualTo("key");
            assertThat(letter.value()).isEqualTo(NOT_UTF8);
            assertThat(header(letter.headers(), "trace")).isEqualTo("17");
            assertThat(letter.getRecordTime()).isEqualTo(TopologyKit.TIME);
        }
    }

    @Test
    void shouldNameCauseAndOriginInTheDeadLetter() {
        try (var kit = new TopologyKit()) {
            kit.send("a", "one");
            kit.send("a", NOT_UTF8);

            var headers = kit.deadLetters().get(0).headers();
            assertThat(header(headers, DeadLetters.EXCEPTION))
                    .isEqualTo("io.lingoduct.serde.MalformedMessageException");
            assertThat(header(headers, DeadLetters.MESSAGE)).isEqualTo("not UTF-8 at byte 0 of the text");
            assertThat(header(headers, DeadLetters.TOPIC)).isEqualTo("in");
            assertThat(header(headers, DeadLetters.PARTITION)).isEqualTo("0");
            assertThat(header(headers, DeadLetters.OFFSET)).isEqualTo("1");
            assertThat(header(headers, DeadLetters.NODE)).isEqualTo("translate-route");
            assertThat(names(headers)).doesNotContain(ModelHeaders.MODEL);
        }
    }

    @Test
    void shouldWriteADeadLetterForATranslationThatDoesNotFitItsTopic() {
        try (var kit = new TopologyKit(new TextFormat(), 300, 100_000)) {
            kit.send("a", "x".repeat(301));
            kit.send("a", "two");

            assertThat(kit.texts()).containsExactly("TWO");
            assertThat(header(kit.deadLetters().get(0).headers(), DeadLetters.EXCEPTION))
                    .isEqualTo(MessageTooLargeException.class.getName());
        }
    }

    @Test
    void shouldKeepTheStackTraceOnlyWhereTheConfigurationAsksForIt() {
        try (var kit = new TopologyKit(new TextFormat(), open(10_000), open(100_000), true)) {
            kit.send("a", NOT_UTF8);

            assertThat(header(kit.deadLetters().get(0).headers(), DeadLetters.STACK_TRACE))
                    .contains("StrictUtf8");
        }
        try (var kit = new TopologyKit()) {
            kit.send("a", NOT_UTF8);

            assertThat(names(kit.deadLetters().get(0).headers())).doesNotContain(DeadLetters.STACK_TRACE);
        }
    }

    @Test
    void shouldLeaveOutTheStackTraceBeforeTheValue() {
        try (var kit = new TopologyKit(new TextFormat(), open(300), open(1_500), true)) {
            kit.send("a", "x".repeat(600));

            var letter = kit.deadLetters().get(0);
            assertThat(letter.value()).hasSize(600);
            assertThat(names(letter.headers())).doesNotContain(DeadLetters.STACK_TRACE);
        }
    }

    @Test
    void shouldSayHowLargeAValueWasThatNoDeadLetterCanHold() {
        try (var kit = new TopologyKit(new TextFormat(), 300, 1_500)) {
            kit.send("a", "x".repeat(5000));

            var letter = kit.deadLetters().get(0);
            assertThat(letter.value()).isNull();
            assertThat(header(letter.headers(), DeadLetters.OMITTED_BYTES)).isEqualTo("5000");
        }
    }

    @Test
    void shouldWriteADeadLetterThatFitsHoweverLargeHeadersAndKeyAre() {
        try (var kit = new TopologyKit(new TextFormat(), 300, 1_500)) {
            kit.send("k".repeat(3000), "x", new RecordHeader("large", new byte[4000]));

            var letter = kit.deadLetters().get(0);
            assertThat(RecordSize.of(letter.key(), letter.value(), letter.headers()))
                    .isLessThanOrEqualTo(1_500);
            assertThat(text(letter.key())).isEqualTo("in-0-0");
            assertThat(header(letter.headers(), DeadLetters.OMITTED_HEADERS)).isEqualTo("1");
            assertThat(header(letter.headers(), DeadLetters.OMITTED_KEY_BYTES)).isEqualTo("3000");
        }
    }

    @Test
    void shouldWriteADeadLetterForAMessageWithoutAKeyWhereTheOutputIsCompacted() {
        var compacted = new TopicLimits(10_000, true, Long.MAX_VALUE, Long.MAX_VALUE);
        try (var kit = new TopologyKit(new TextFormat(), compacted, compacted, false)) {
            kit.send(null, "one");
            kit.send(null, (byte[]) null);
            kit.send("key", "two");

            assertThat(kit.texts()).containsExactly("TWO");
            assertThat(kit.deadLetters()).hasSize(2).allSatisfy(letter -> {
                assertThat(letter.key()).isNotNull();
                assertThat(names(letter.headers())).contains(DeadLetters.MADE_KEY);
                assertThat(header(letter.headers(), DeadLetters.MESSAGE)).contains("compacted");
            });
        }
    }

    @Test
    void shouldWriteADeadLetterForATimestampThatTheOutputRefuses() {
        var day = new TopicLimits(10_000, false, 86_400_000, 3_600_000);
        try (var kit = new TopologyKit(new TextFormat(), day, day, false)) {
            var now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
            kit.sendAt(now.minus(Duration.ofDays(2)), "k", "old");
            kit.sendAt(now, "k", "now");
            kit.sendAt(now.plus(Duration.ofHours(2)), "k", "ahead");

            assertThat(kit.texts()).containsExactly("NOW");
            assertThat(kit.deadLetters())
                    .extracting(letter -> header(letter.headers(), DeadLetters.MESSAGE))
                    .satisfiesExactly(
                            old -> assertThat(old).contains("message.timestamp.before.max.ms"),
                            ahead -> assertThat(ahead).contains("message.timestamp.after.max.ms"));
        }
    }

    @Test
    void shouldGiveADeadLetterATimestampThatItsTopicTakesAndKeepTheOriginalInAHeader() {
        var hour = new TopicLimits(10_000, false, 3_600_000, 3_600_000);
        try (var kit = new TopologyKit(new TextFormat(), open(10_000), hour, false)) {
            var old = TopologyKit.TIME.minus(Duration.ofDays(30));
            kit.sendAt(old, "k", "poison");

            var letter = kit.deadLetters().get(0);
            assertThat(letter.getRecordTime()).isEqualTo(TopologyKit.TIME);
            assertThat(header(letter.headers(), DeadLetters.ORIGINAL_TIMESTAMP))
                    .isEqualTo(Long.toString(old.toEpochMilli()));
        }
    }

    @Test
    void shouldSendASuspectedMessageAloneAndMakeItADeadLetterIfItsBrokerRefusesIt() {
        try (var kit = new TopologyKit()) {
            kit.refusalAlone = new InvalidRecordException("no such luck");
            suspect(kit, new Origin("in", 0, 1), "out");
            kit.send("a", "one");
            kit.send("a", "two");
            kit.send("a", "three");

            assertThat(kit.texts()).containsExactly("ONE", "THREE");
            assertThat(header(kit.deadLetters().get(0).headers(), DeadLetters.MESSAGE))
                    .contains("no such luck");
        }
    }

    @Test
    void shouldLetASuspectedMessagePassIfItsBrokerTakesItAlone() {
        try (var kit = new TopologyKit()) {
            suspect(kit, new Origin("in", 0, 0), "out");
            kit.send("a", "one");

            assertThat(kit.texts()).containsExactly("ONE");
            assertThat(kit.deadLetters()).isEmpty();
        }
    }

    @Test
    void shouldGiveUpAndNameTheOffsetWhereEvenADeadLetterIsRefused() {
        var kit = new TopologyKit();
        kit.refusalAlone = new InvalidRecordException("no such luck");
        suspect(kit, new Origin("in", 0, 0), "dead");

        assertThatThrownBy(() -> kit.send("a", "poison")).isInstanceOf(StreamsException.class);
        assertThat(kit.refusals.givenUp())
                .isInstanceOf(DeadLetterRefusedException.class)
                .hasMessageContaining("in-0 offset 0")
                .hasMessageContaining("the topic dead");
    }

    @Test
    void shouldTakeWhatNobodyForesawForTheMessagesFaultWhenItComesAgainAtTheSameOffset() {
        var kit = new TopologyKit();
        assertThatThrownBy(() -> kit.send("a", "unforeseen")).isInstanceOf(StreamsException.class);
        assertThat(kit.deadLetters()).isEmpty();

        try (var again = new TopologyKit()) {
            suspect(again, new Origin("in", 0, 0), "");
            again.send("a", "unforeseen");

            assertThat(again.deadLetters()).hasSize(1);
        }
    }

    private static void suspect(TopologyKit kit, Origin origin, String topic) {
        for (int i = 0; i < Refusals.SUSPECTED_AFTER; i++) {
            kit.refusals.failed(origin, topic);
        }
    }
}
