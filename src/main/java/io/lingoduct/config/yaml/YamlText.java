package io.lingoduct.config.yaml;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import java.io.IOException;
import java.util.Map;
import java.util.Set;

/** Values written as YAML that {@link YamlTree} reads as the same values. */
public final class YamlText {

    private static final Set<Integer> ODD =
            Set.of((int) Character.CONTROL, (int) Character.FORMAT, (int) Character.LINE_SEPARATOR, (int)
                    Character.PARAGRAPH_SEPARATOR);

    private YamlText() {}

    /** @param values texts, numbers, booleans, and lists and maps of them */
    public static String of(Map<String, ?> values) {
        var factory = YAMLFactory.builder()
                .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
                .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
                .build();
        try {
            return new ObjectMapper(factory)
                    .registerModule(new SimpleModule().addSerializer(new TextSerializer()))
                    .writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps of texts and numbers can always be written", e);
        }
    }

    /** Writes texts plain where that reads back, and quoted and escaped where a character is no visible one. */
    private static final class TextSerializer extends StdSerializer<String> {

        private static final long serialVersionUID = 1L;

        TextSerializer() {
            super(String.class);
        }

        @Override
        public void serialize(String text, JsonGenerator out, SerializerProvider provider) throws IOException {
            boolean odd = text.codePoints().anyMatch(character -> ODD.contains(Character.getType(character)));
            ((YAMLGenerator) out).configure(YAMLGenerator.Feature.MINIMIZE_QUOTES, !odd);
            out.writeString(text);
        }
    }
}
