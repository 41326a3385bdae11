package io.lingoduct.streams.route;

import static io.lingoduct.streams.route.TopologyKit.bytes;
import static io.lingoduct.streams.route.TopologyKit.header;
import static io.lingoduct.streams.route.TopologyKit.names;
import static io.lingoduct.streams.route.TopologyKit.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.engine.SegmentTimeoutException;
import io.lingoduct.streams.message.ModelHeaders;
import io.lingoduct.streams.status.StreamCounters;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

class TranslationTopologyTest {

    private static final byte[] NOT_UTF8 = {(byte) 0xFF};

    @Test
    void shouldKeepTheOrder() {
        try (var kit = new TopologyKit()) {
            kit.send("a", "one");
            kit.send("b", "two");
            kit.send("a", "three");

            assertThat(kit.texts()).containsExactly("ONE", "TWO", "THREE");
        }
    }

    @Test
    void shouldKeepKeyHeadersAndTimestamp() {
        try (var kit = new TopologyKit()) {
            kit.send("key", "hello", new RecordHeader("trace", bytes("17")));

            var translation = kit.translated().get(0);
            assertThat(text(translation.key())).isEqualTo("key");
            assertThat(header(translation.headers(), "trace")).isEqualTo("17");
            assertThat(translation.getRecordTime()).isEqualTo(TopologyKit.TIME);
        }
    }

    @Test
    void shouldNameModelAndVersionInHeaders() {
        try (var kit = new TopologyKit()) {
            kit.send("key", "hello");

            var headers = kit.translated().get(0).headers();
            assertThat(header(headers, ModelHeaders.MODEL)).isEqualTo("upper-case");
            assertThat(header(headers, ModelHeaders.MODEL_VERSION)).isEqualTo("1");
        }
    }

    @Test
    void shouldNameTheLanguagesInHeaders() {
        try (var kit = new TopologyKit()) {
            kit.send("key", "hello");

            var headers = kit.translated().get(0).headers();
            assertThat(header(headers, ModelHeaders.SOURCE_LANGUAGE)).isEqualTo("en");
            assertThat(header(headers, ModelHeaders.TARGET_LANGUAGE)).isEqualTo("de");
        }
    }

    @Test
    void shouldReplaceTheHeadersOfAnEarlierTranslation() {
        try (var kit = new TopologyKit()) {
            kit.send("key", "hello", new RecordHeader(ModelHeaders.MODEL, bytes("de-en")));

            assertThat(names(kit.translated().get(0).headers()))
                    .containsExactly(
                            ModelHeaders.MODEL,
                            ModelHeaders.MODEL_VERSION,
                            ModelHeaders.SOURCE_LANGUAGE,
                            ModelHeaders.TARGET_LANGUAGE);
        }
    }

    @Test
    void shouldPassTombstonesThrough() {
        try (var kit = new TopologyKit()) {
            kit.send("key", (byte[]) null);

            var tombstone = kit.translated().get(0);
            assertThat(tombstone.value()).isNull();
            assertThat(text(tombstone.key())).isEqualTo("key");
            assertThat(kit.counters.figures()).isEqualTo(new StreamCounters.Figures(0, 1, 0, 0));
        }
    }

    @Test
    void shouldPassEmptyTextsThrough() {
        try (var kit = new TopologyKit()) {
            kit.send("key", "");

            assertThat(kit.texts()).containsExactly("");
        }
    }

    @Test
    void shouldAcceptMessagesWithoutAKey() {
        try (var kit = new TopologyKit()) {
            kit.send(null, "hello");

            assertThat(kit.translated().get(0).key()).isNull();
        }
    }

    @Test
    void shouldTranslateTheNeighboursOfPoisonedMessages() {
        try (var kit = new TopologyKit()) {
            kit.send("a", "one");
            kit.send("a", "poison");
            kit.send("a", NOT_UTF8);
            kit.send("a", "two");

            assertThat(kit.texts()).containsExactly("ONE", "TWO");
            assertThat(kit.deadLetters()).hasSize(2);
        }
    }

    @Test
    void shouldStopAtAFaultThatIsNotTheMessages() {
        var kit = new TopologyKit();

        assertThatThrownBy(() -> kit.send("a", "crash"))
                .isInstanceOf(StreamsException.class)
                .hasRootCauseInstanceOf(OutOfMemoryError.class);
        assertThat(kit.deadLetters()).isEmpty();
    }

    @Test
    void shouldStopWhenTheEngineIsClosed() {
        var kit = new TopologyKit();

        assertThatThrownBy(() -> kit.send("a", "closed")).isInstanceOf(StreamsException.class);
        assertThat(kit.deadLetters()).isEmpty();
    }

    @Test
    void shouldStopRatherThanWriteADeadLetterWhenASegmentTimesOut() {
        var kit = new TopologyKit();

        assertThatThrownBy(() -> kit.send("a", "overdue"))
                .isInstanceOf(StreamsException.class)
                .hasRootCauseInstanceOf(SegmentTimeoutException.class);
        assertThat(kit.deadLetters()).isEmpty();
    }

    @Test
    void shouldStopRatherThanWriteDeadLettersWhenTheProcessEnds() {
        var kit = new TopologyKit();
        kit.closing.set(true);

        assertThatThrownBy(() -> kit.send("a", "poison")).isInstanceOf(StreamsException.class);
        assertThat(kit.deadLetters()).isEmpty();
    }

    @Test
    void shouldStopRatherThanWriteADeadLetterWhenTheModelIsBroken() {
        var kit = new TopologyKit();

        assertThatThrownBy(() -> kit.send("a", "broken")).isInstanceOf(StreamsException.class);
        assertThat(kit.deadLetters()).isEmpty();
    }
}
