package io.lingoduct.serde.avro;

import io.lingoduct.avro.Translation;
import io.lingoduct.avro.TranslationRequest;
import io.lingoduct.serde.DecodedMessage;
import io.lingoduct.serde.MessageFormat;
import io.lingoduct.serde.ModelStamp;
import io.lingoduct.serde.OutputSize;
import io.lingoduct.serde.TranslatedField;
import io.lingoduct.serde.avro.framing.SchemaFraming;
import io.lingoduct.serde.avro.framing.SingleObjectFraming;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;

/** The value is a {@code TranslationRequest} in and a {@code Translation} out (schemas/), behind whatever names their schema. */
public final class AvroFormat implements MessageFormat {

    /** Before the name of an entry of the request's metadata, where a field is named by its path. */
    private static final String METADATA = "metadata.";

    private static final Schema REQUEST = published(TranslationRequest.getClassSchema());
    private static final Schema TRANSLATION = published(Translation.getClassSchema());

    private final SchemaFraming framing;
    private final StrictRecordReader reader = new StrictRecordReader(REQUEST);

    public AvroFormat(SchemaFraming framing) {
        this.framing = framing;
    }

    /** Single-object encoding of requests, with no schema but the present one. */
    public static SchemaFraming singleObject() {
        return new SingleObjectFraming(List.of(REQUEST));
    }

    /** The schema of requests. */
    public static Schema inputSchema() {
        return REQUEST;
    }

    /** The schema of what is put out. */
    public static Schema outputSchema() {
        return TRANSLATION;
    }

    /** A generated class's schema as it stands in its file: what the class wants of its strings is nobody else's business. */
    private static Schema published(Schema ofClass) {
        var text = ofClass.toString()
                .replace("{\"type\":\"string\",\"avro.java.string\":\"String\"}", "\"string\"")
                .replace(",\"avro.java.string\":\"String\"", "");
        return new Schema.Parser().parse(text);
    }

    @Override
    public DecodedMessage decode(byte[] value) {
        var request = reader.read(framing.read(value));
        return new Request(framing, (String) request.get("text"), strings(request.get("metadata")));
    }

    private record Request(SchemaFraming framing, String text, Map<String, String> metadata) implements DecodedMessage {

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
        public byte[] encode(List<TranslatedField> translations, ModelStamp model, long maxBytes) {
            TranslatedField.requireOneForEach(texts(), translations);
            var text = translations.get(0);
            var translation = new Translation(
                    text.text(),
                    model.sourceLanguage(),
                    model.targetLanguage(),
                    model.name(),
                    model.version(),
                    text.complete(),
                    metadata,
                    model.hasQuality() ? model.quality() : null);
            long size = size(translation);
            OutputSize.within(framing.headerBytes() + size, maxBytes);
            return framing.frame(TRANSLATION, bytes(translation, (int) size));
        }
    }

    // A boolean takes one byte, and so does the end of a map and a branch; the count of a map's entries stands before
    // them, if there
    // are any.
    private static long size(Translation translation) {
        long size = 3 + (translation.getQuality() == null ? 0 : Double.BYTES);
        for (var text : List.of(
                translation.getText(),
                translation.getSourceLanguage(),
                translation.getTargetLanguage(),
                translation.getModel(),
                translation.getModelVersion())) {
            size += AvroBytes.size(text);
        }
        var metadata = translation.getMetadata();
        for (var entry : metadata.entrySet()) {
            size += AvroBytes.size(entry.getKey()) + AvroBytes.size(entry.getValue());
        }
        return metadata.isEmpty() ? size : size + AvroBytes.size(metadata.size());
    }

    private static byte[] bytes(Translation translation, int size) {
        var out = new ByteArrayOutputStream(size);
        try {
            var encoder = EncoderFactory.get().directBinaryEncoder(out, null);
            new SpecificDatumWriter<>(Translation.class).write(translation, encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
    }

    private static Map<String, String> strings(Object metadata) {
        var strings = new HashMap<String, String>();
        ((Map<?, ?>) metadata).forEach((key, value) -> strings.put((String) key, (String) value));
        return strings;
    }
}
