package io.lingoduct.serde;

import java.util.List;
import java.util.function.UnaryOperator;

/** Translates whole values with a function from text to text. */
public final class Translations {

    public static final ModelStamp MODEL = new ModelStamp("en-de", "7", "en", "de");

    /** As much as an array can hold. */
    public static final long NO_LIMIT = Long.MAX_VALUE;

    private Translations() {}

    public static byte[] translate(MessageFormat format, byte[] value, UnaryOperator<String> translator) {
        var message = format.decode(value);
        return message.encode(fields(message.texts().stream().map(translator).toList()), MODEL, NO_LIMIT);
    }

    public static byte[] identity(MessageFormat format, byte[] value) {
        return translate(format, value, text -> text);
    }

    public static List<TranslatedField> fields(List<String> texts) {
        return texts.stream().map(text -> new TranslatedField(text, true)).toList();
    }
}
