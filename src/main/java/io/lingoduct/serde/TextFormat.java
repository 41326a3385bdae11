package io.lingoduct.serde;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The value is the text, in UTF-8. */
public final class TextFormat implements MessageFormat {

    @Override
    public DecodedMessage decode(byte[] value) {
        return new Text(List.of(StrictUtf8.decode(value, 0, value.length)));
    }

    private record Text(List<String> texts) implements DecodedMessage {

        @Override
        public byte[] encode(List<TranslatedField> translations, ModelStamp model, long maxBytes) {
            TranslatedField.requireOneForEach(texts, translations);
            var text = translations.get(0).text();
            OutputSize.within(OutputSize.ofUtf8(text), maxBytes);
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }
}
