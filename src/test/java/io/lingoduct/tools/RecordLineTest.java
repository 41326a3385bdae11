package io.lingoduct.tools;

import static io.lingoduct.tools.deadletters.Letters.bytes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class RecordLineTest {

    private final ConsumerRecord<byte[], byte[]> message = new ConsumerRecord<>("t", 2, 7, bytes("k"), bytes("value"));

    @Test
    void shouldWriteTheValueAlone() {
        assertThat(new RecordLine(new TextValues(), false, false, false, "|").of(message))
                .isEqualTo("value");
    }

    @Test
    void shouldWritePlaceHeadersAndKeyBeforeTheValue() {
        message.headers().add("a", bytes("1")).add("b", null);

        assertThat(new RecordLine(new TextValues(), true, true, true, "|").of(message))
                .isEqualTo("2:7|a=1,b=null|k|value");
    }

    @Test
    void shouldWriteNullForWhatIsMissing() {
        assertThat(new RecordLine(new TextValues(), false, false, true, "|")
                        .of(new ConsumerRecord<>("t", 0, 0, null, null)))
                .isEqualTo("null|null");
    }

    @Test
    void shouldSayWhichRecordIsNotOfTheFormat() {
        assertThatThrownBy(() -> new RecordLine(new JsonValues(), false, false, false, "|").of(message))
                .isInstanceOf(KafkaToolException.class)
                .hasMessageStartingWith("t-2 offset 7: not JSON");
    }
}
