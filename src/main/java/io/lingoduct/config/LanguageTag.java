package io.lingoduct.config;

import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Languages as BCP 47 tags, such as {@code en}, {@code pt-BR} or {@code zh-Hant}. */
public final class LanguageTag {

    private LanguageTag() {}

    /** The tag in its usual spelling, or empty where the text is no tag of a language. */
    public static Optional<String> canonical(String text) {
        try {
            var locale = new Locale.Builder().setLanguageTag(text.strip()).build();
            return locale.getLanguage().isEmpty() ? Optional.empty() : Optional.of(locale.toLanguageTag());
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    /** The tag, then its shorter forms, the longest first: zh-Hant-TW, zh-Hant, zh. */
    public static List<String> withShorter(String tag) {
        var forms = new ArrayList<String>();
        for (var form = tag; !form.isEmpty(); form = form.substring(0, Math.max(form.lastIndexOf('-'), 0))) {
            forms.add(form);
        }
        return List.copyOf(forms);
    }
}
