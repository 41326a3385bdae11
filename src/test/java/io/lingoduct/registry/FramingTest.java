package io.lingoduct.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.registry.Framing.Confluent;
import io.lingoduct.registry.Framing.SingleObject;
import java.io.IOException;
import java.util.HexFormat;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FramingTest {

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }

    @Test
    void shouldWriteConfluentsHeader() {
        assertThat(new Confluent(0x01020304).frame(hex("aabb"))).isEqualTo(hex("0001020304aabb"));
    }

    @Test
    void shouldWriteTheHeaderOfASingleObject() {
        assertThat(new SingleObject(0x0102030405060708L).frame(hex("aabb"))).isEqualTo(hex("c3010807060504030201aabb"));
    }

    @Test
    void shouldWriteWhatAvroWrites() throws IOException {
        var article =
                new GenericRecordBuilder(TestSchemas.ARTICLE).set("title", "").build();
        var written = new BinaryMessageEncoder<Object>(GenericData.get(), TestSchemas.ARTICLE).encode(article);
        var expected = new byte[written.remaining()];
        written.get(expected);

        assertThat(SingleObject.of(TestSchemas.ARTICLE).frame(hex("00"))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "''|the value is empty",
                "00|the header is truncated: 1 bytes of 5",
                "00000000|the header is truncated: 4 bytes of 5",
                "c3|the header is truncated: 1 bytes of 10",
                "c30101020304050607|the header is truncated: 9 bytes of 10",
                "c302010203040506070809|the value begins with the bytes C3 02, not with C3 01",
                "0100000001aa|the value begins with the byte 01: neither 00",
                "7b7d|the value begins with the byte 7B: neither 00",
                "ff0000000000|the value begins with the byte FF: neither 00"
            })
    void shouldSayWhatIsWrongWithAHeader(String value, String reason) {
        assertThatThrownBy(() -> Framing.parse(hex(value)))
                .isInstanceOf(FramingException.class)
                .hasMessageStartingWith(reason);
    }
}
