package io.lingoduct.bench.chaos.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.apache.kafka.common.header.internals.RecordHeaders;

class MessageIdTest {

    @Property
    void shouldReadWhatItHasWritten(
            @ForAll @IntRange(max = 999_999_999) int partition, @ForAll @IntRange(max = 999_999_999) int number) {
        var id = MessageId.of("route-1", partition, number);

        assertThat(MessageId.in(headers(id.bytes()))).contains(id);
    }

    @Property
    void shouldTakeNothingElseForAnId(@ForAll String text) {
        MessageId.in(headers(text.getBytes(UTF_8)))
                .ifPresent(id -> assertThat(id).hasToString(text));
    }

    @Property(tries = 1)
    void shouldFindNoneWhereThereIsNone() {
        assertThat(MessageId.in(new RecordHeaders())).isEmpty();
        assertThat(MessageId.in(headers(null))).isEmpty();
    }

    private static RecordHeaders headers(byte[] value) {
        var headers = new RecordHeaders();
        headers.add(MessageId.HEADER, value);
        return headers;
    }
}
