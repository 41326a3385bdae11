package io.lingoduct.serde.avro;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.serde.OutputValue;
import io.lingoduct.serde.Unicode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;

/** Numbers and strings are written as Avro's own encoder writes them, and take as much as was said before. */
class AvroBytesTest {

    @FunctionalInterface
    private interface Writing {
        void to(BinaryEncoder encoder) throws IOException;
    }

    @Property(tries = 300, seed = "20260101")
    void shouldWriteNumbersAsAvroDoes(@ForAll long number) throws IOException {
        var expected = byAvro(encoder -> encoder.writeLong(number));
        var out = new OutputValue(AvroBytes.size(number));
        AvroBytes.write(number, out);

        assertThat(out.written()).isEqualTo(expected);
    }

    @Property(tries = 300, seed = "20260101")
    void shouldWriteStringsAsAvroDoes(@ForAll("texts") String text) throws IOException {
        var expected = byAvro(encoder -> encoder.writeString(text));
        var out = new OutputValue((int) AvroBytes.size(text));
        AvroBytes.write(text, out);

        assertThat(out.written()).isEqualTo(expected);
    }

    @Property(tries = 300, seed = "20260101")
    void shouldMeasureAnyTextAsItIsWritten(@ForAll String text) {
        var out = new OutputValue((int) AvroBytes.size(text));
        AvroBytes.write(text, out);

        assertThat(out.written()).isNotEmpty();
    }

    @Provide
    Arbitrary<String> texts() {
        return Unicode.texts();
    }

    private static byte[] byAvro(Writing writing) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().directBinaryEncoder(bytes, null);
        writing.to(encoder);
        encoder.flush();
        return bytes.toByteArray();
    }
}
