package io.lingoduct.config.names;

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

    /**
     * The reason why a text of a configuration is no tag of a language that there is, and the tag to use where one suggests itself: {@code
     * english} has the form of a tag, and only the list of languages tells that it is none. Empty where nothing is wrong.
     */
    public static Optional<String> fault(String text) {
        var tag = canonical(text);
        if (tag.isEmpty()) {
            var meant = LanguageNames.codeOf(text).or(() -> canonical(text.replace('_', '-')));
            return Optional.of("not a BCP 47 language tag" + use(meant));
        }
        var locale = Locale.forLanguageTag(tag.get());
        var language = locale.getLanguage();
        if (!LanguageNames.isLanguage(language)) {
            return Optional.of("not a BCP 47 language tag" + use(LanguageNames.codeOf(language)));
        }
        var shorter = LanguageNames.shorter(language);
        if (shorter.isPresent()) {
            return Optional.of("not the shortest tag of this language"
                    + use(shorter.map(code -> code + tag.get().substring(language.length()))));
        }
        var region = locale.getCountry();
        return region.isEmpty() || LanguageNames.isRegion(region)
                ? Optional.empty()
                : Optional.of("there is no region " + region + use(LanguageNames.replacement(tag.get())));
    }

    private static String use(Optional<String> tag) {
        return tag.map(meant -> ": use " + meant).orElse(", such as en or pt-BR");
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
