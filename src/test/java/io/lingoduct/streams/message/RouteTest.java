package io.lingoduct.streams.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.avro.Translation;
import io.lingoduct.avro.TranslationRequest;
import io.lingoduct.engine.TextTranslator;
import io.lingoduct.engine.TranslatedText;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.registry.RegistryUnavailableException;
import io.lingoduct.serde.DecodedMessage;
import io.lingoduct.serde.ModelStamp;
import io.lingoduct.serde.TranslatedField;
import io.lingoduct.serde.avro.AvroFormat;
import io.lingoduct.service.OutputTopic;
import java.io.IOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class RouteTest {

    /** Was asked while version 1 served, and answers when version 2 does. */
    private static final class ReplacedMeanwhile implements TextTranslator {

        @Override
        public ModelInfo model() {
            return version("2");
        }

        @Override
        public CompletableFuture<TranslatedText> translate(String text) {
            return CompletableFuture.completedFuture(new TranslatedText(text, 1, true, version("1")));
        }

        private static ModelInfo version(String version) {
            return new ModelInfo("upper-case", version, "en", "de", 100, 1);
        }
    }

    @Test
    void shouldNameTheModelThatMadeATranslationAndNotTheOneThatServesSince() throws IOException {
        var route = new Route(
                "route",
                InputTopics.named("in"),
                new OutputTopic("out"),
                RouteFormat.same(new AvroFormat(AvroFormat.singleObject())),
                Translations.by(new ReplacedMeanwhile()),
                InstantSource.system());

        var translated = route.translate(new Incoming("in", request("hello"), new RecordHeaders()))
                .join()
                .get(0)
                .encode(target -> 10_000);

        assertThat(translated.stamp().version()).isEqualTo("1");
        var decoder = new BinaryMessageDecoder<GenericRecord>(GenericData.get(), Translation.getClassSchema());
        assertThat(decoder.decode(translated.value()).get("model_version")).hasToString("1");
    }

    /** A message of one text, which cannot be encoded. */
    private record WithoutRegistry(List<String> texts) implements DecodedMessage {

        @Override
        public byte[] encode(List<TranslatedField> translations, ModelStamp model, long maxBytes) {
            throw new RegistryUnavailableException("away");
        }
    }

    @Test
    void shouldLeaveEncodingToTheStreamsThread() {
        var route = new Route(
                "route",
                InputTopics.named("in"),
                new OutputTopic("out"),
                RouteFormat.same(value -> new WithoutRegistry(List.of("hello"))),
                Translations.by(new UpperCaseTranslator()),
                InstantSource.system());

        var ready = route.translate(new Incoming("in", new byte[0], new RecordHeaders()))
                .join()
                .get(0);

        assertThatThrownBy(() -> ready.encode(target -> 10_000)).isInstanceOf(RegistryUnavailableException.class);
    }

    private static byte[] request(String text) throws IOException {
        var buffer = TranslationRequest.getEncoder().encode(new TranslationRequest(text, Map.of()));
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
