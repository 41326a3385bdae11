package io.lingoduct.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.registry.Framing.Confluent;
import io.lingoduct.registry.Framing.SingleObject;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class FramingPropertyTest {

    @Property
    void shouldReadTheIdThatItWrote(@ForAll int id, @ForAll byte[] body) throws FramingException {
        assertRoundTrip(new Confluent(id), body);
    }

    @Property
    void shouldReadTheFingerprintThatItWrote(@ForAll long fingerprint, @ForAll byte[] body) throws FramingException {
        assertRoundTrip(new SingleObject(fingerprint), body);
    }

    private static void assertRoundTrip(Framing framing, byte[] body) throws FramingException {
        var value = framing.frame(body);

        assertThat(Framing.parse(value)).isEqualTo(framing);
        assertThat(Arrays.copyOfRange(value, framing.headerBytes(), value.length))
                .isEqualTo(body);
        assertThat(value).startsWith(framing.header());
    }

    @Property
    void shouldReadOrRefuseAnyBytes(@ForAll byte[] value) {
        try {
            var framing = Framing.parse(value);
            assertThat(value).startsWith(framing.header());
        } catch (FramingException e) {
            assertThat(e).message().isNotBlank();
        }
    }
}
