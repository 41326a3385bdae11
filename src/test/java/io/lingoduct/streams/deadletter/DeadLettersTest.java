package io.lingoduct.streams.deadletter;

import static io.lingoduct.streams.route.TopologyKit.bytes;
import static io.lingoduct.streams.route.TopologyKit.header;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.serde.MalformedMessageException;
import io.lingoduct.streams.output.RecordSize;
import io.lingoduct.streams.route.TopologyKit;
import io.lingoduct.streams.status.Origin;
import io.lingoduct.streams.topics.FixedTopics;
import java.time.Clock;
import java.time.ZoneOffset;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.junit.jupiter.api.Test;

class DeadLettersTest {

    private static final long NOW = TopologyKit.TIME.toEpochMilli();

    @Property
    void shouldFitHoweverLongKeyValueHeadersAndCauseAre(
            @ForAll @IntRange(min = 700, max = 3_000) int limit,
            @ForAll @IntRange(max = 4_000) int key,
            @ForAll @IntRange(max = 4_000) int value,
            @ForAll @IntRange(max = 4_000) int header,
            @ForAll @IntRange(max = 4_000) int cause) {
        var headers = new RecordHeaders().add("h", new byte[header]);
        var letter = letter(limit, new byte[key], new byte[value], headers, "\u00e4\u6f22".repeat(cause));

        assertThat(RecordSize.of(letter.key(), letter.value(), letter.headers()))
                .isLessThanOrEqualTo(limit);
        assertThat(header(letter.headers(), DeadLetters.MESSAGE)).doesNotContain("\ufffd");
        assertThat(header(letter.headers(), DeadLetters.OFFSET)).isEqualTo("5");
    }

    @Test
    void shouldKeepTheWholeCauseWhereItFits() {
        var letter = letter(3_000, bytes("k"), bytes("v"), new RecordHeaders(), "c".repeat(2_000));

        assertThat(header(letter.headers(), DeadLetters.MESSAGE)).hasSize(2_000);
        assertThat(letter.value()).isEqualTo(bytes("v"));
    }

    @Test
    void shouldNotTellOfAnEarlierDeadLetterWhatIsNotSoOfThisOne() {
        var headers = new RecordHeaders()
                .add("own", bytes("kept"))
                .add(DeadLetters.MADE_KEY, new byte[0])
                .add(DeadLetters.OMITTED_BYTES, bytes("17"))
                .add(DeadLetters.ORIGINAL_TIMESTAMP, bytes("1"));
        var letter = letter(10_000, bytes("k"), bytes("v"), headers, "cause");

        assertThat(TopologyKit.names(letter.headers()))
                .contains("own")
                .doesNotContain(DeadLetters.MADE_KEY, DeadLetters.OMITTED_BYTES, DeadLetters.ORIGINAL_TIMESTAMP);
    }

    private static ProducerRecord<byte[], byte[]> letter(
            int limit, byte[] key, byte[] value, Headers headers, String cause) {
        var letters = new DeadLetters(
                "dead", new FixedTopics(1, limit), false, Clock.fixed(TopologyKit.TIME, ZoneOffset.UTC));
        return letters.of(
                new Record<>(key, value, NOW, headers),
                new Origin("in", 3, 5),
                "translate-route",
                new MalformedMessageException(cause));
    }
}
