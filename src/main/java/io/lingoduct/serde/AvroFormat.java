package io.lingoduct.serde;

import io.lingoduct.avro.Translation;
import io.lingoduct.avro.TranslationRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The value is a {@code TranslationRequest} in and a {@code Translation} out (schemas/), both in Avro's single-object
 * encoding: the bytes C3 01, the fingerprint of the writer's schema, the record.
 */
public final class AvroFormat implements MessageFormat {

    /** Before the name of an entry of the request's metadata, where a field is named by its path. */
    private static final String METADATA = "metadata.";

    private final SingleObjectReader reader =
            new SingleObjectReader(TranslationRequest.getClassSchema(), List.of(TranslationRequest.getClassSchema()));

    @Override
    public DecodedMessage decode(byte[] value) {
        var request = reader.read(value);
        return new Request((String) request.get("text"), strings(request.get("metadata")));
    }

    private record Request(String text, Map<String, String> metadata) implements DecodedMessage {

        @Override
        public List<String> texts() {
            return List.of(text);
        }

        @Override
        public Optional<String> textAt(String path) {
            return path.startsWith(METADATA)
                    ? Optional.ofNullable(metadata.get(path.substring(METADATA.length())))
                    : Optional.empty();
        }

        @Override
        public byte[] encode(List<TranslatedField> translations, ModelStamp model) {
            var translation = OnlyText.of(translations);
            var result = new Translation(
                    translation.text(),
                    model.sourceLanguage(),
                    model.targetLanguage(),
                    model.name(),
                    model.version(),
                    translation.complete(),
                    metadata);
            try {
                var buffer = Translation.getEncoder().encode(result);
                var bytes = new byte[buffer.remaining()];
                buffer.get(bytes);
                return bytes;
            } catch (IOException e) {
                throw new UncheckedIOException("writing to memory failed", e);
            }
        }
    }

    private static Map<String, String> strings(Object metadata) {
        var strings = new HashMap<String, String>();
        ((Map<?, ?>) metadata).forEach((key, value) -> strings.put((String) key, (String) value));
        return strings;
    }
}
