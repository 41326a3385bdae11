package io.lingoduct.serde;

import java.util.List;
import java.util.function.UnaryOperator;

/** Translates whole values with a function from text to text. */
final class Translations {

    static final ModelStamp MODEL = new ModelStamp("en-de", "7", "en", "de");

    /** As much as an array can hold. */
    static final long NO_LIMIT = Long.MAX_VALUE;

    private Translations() {}

    static byte[] translate(MessageFormat format, byte[] value, UnaryOperator<String> translator) {
        var message = format.decode(value);
        return message.encode(fields(message.texts().stream().map(translator).toList()), MODEL, NO_LIMIT);
    }

    static byte[] identity(MessageFormat format, byte[] value) {
        return translate(format, value, text -> text);
    }

    static List<TranslatedField> fields(List<String> texts) {
        return texts.stream().map(text -> new TranslatedField(text, true)).toList();
    }
}
