package io.lingoduct.tools.deadletters;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;

class DeadLetterTest {

    private final DeadLetter letter =
            new DeadLetter(Letters.letter(0, 5, Letters.from("in", 3, "not UTF-8 at byte 7")));
    private final DeadLetter foreign = new DeadLetter(Letters.letter(0, 6, Map.of()));

    @Test
    void shouldTellWhereTheMessageCameFromAndWhyItFailed() {
        assertThat(letter.topic()).contains("in");
        assertThat(letter.partition()).contains(3);
        assertThat(letter.offset()).contains(99L);
        assertThat(letter.stage()).contains("translate-out");
        assertThat(letter.exception()).contains("io.lingoduct.serde.MalformedMessageException");
        assertThat(letter.message()).contains("not UTF-8 at byte 7");
    }

    @Test
    void shouldGiveTheOriginalHeadersBack() {
        assertThat(letter.originalHeaders()).extracting(Header::key).containsExactly("own");
    }

    @Test
    void shouldKnowNothingOfARecordWithoutHeaders() {
        assertThat(foreign.topic()).isEmpty();
        assertThat(foreign.partition()).isEmpty();
        assertThat(foreign.exception()).isEmpty();
    }

    @Test
    void shouldChooseByTheExceptionOrItsMessage() {
        assertThat(byCause("Malformed").test(letter)).isTrue();
        assertThat(byCause("byte \\d").test(letter)).isTrue();
        assertThat(byCause("TooLong").test(letter)).isFalse();
        assertThat(byCause("").test(foreign)).isFalse();
    }

    @Test
    void shouldChooseByTheOriginalTopic() {
        assertThat(new DeadLetterFilter(null, "in", null).test(letter)).isTrue();
        assertThat(new DeadLetterFilter(null, "other", null).test(letter)).isFalse();
        assertThat(new DeadLetterFilter(null, "in", null).test(foreign)).isFalse();
    }

    @Test
    void shouldChooseByTheTimeOfTheMessage() {
        Instant time = letter.time();
        assertThat(new DeadLetterFilter(null, null, time).test(letter)).isTrue();
        assertThat(new DeadLetterFilter(null, null, time.plusMillis(1)).test(letter))
                .isFalse();
    }

    private static DeadLetterFilter byCause(String regex) {
        return new DeadLetterFilter(Pattern.compile(regex), null, null);
    }
}
