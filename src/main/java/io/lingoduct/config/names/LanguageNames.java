package io.lingoduct.config.names;

import com.ibm.icu.util.ULocale;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Codes of languages and regions as ISO 639 and ISO 3166 list them, and the codes for languages that are called by name. */
final class LanguageNames {

    private static final Set<String> CODES = Set.copyOf(Arrays.asList(ULocale.getISOLanguages()));
    private static final Set<String> REGIONS = Set.copyOf(Arrays.asList(ULocale.getISOCountries()));

    // In use, although ISO 3166 lists them as reserved only.
    private static final Set<String> OTHER_REGIONS = Set.of("EU", "EZ", "UN", "XK");
    private static final Map<String, String> BY_NAME = byName();

    private LanguageNames() {}

    /**
     * Whether a language subtag of BCP 47 stands for a language. Of three letters any may: ISO 639-3 lists thousands that have
     * no other data. None of more letters is registered.
     */
    static boolean isLanguage(String subtag) {
        return subtag.length() == 2 ? CODES.contains(subtag) : subtag.length() == 3;
    }

    /** Whether a region subtag of BCP 47 stands for a region; numbers do for groups of countries. */
    static boolean isRegion(String subtag) {
        return subtag.length() == 3 || REGIONS.contains(subtag) || OTHER_REGIONS.contains(subtag);
    }

    /** The code of two letters in the place of one of three: BCP 47 allows the shortest only, {@code en} and not {@code eng}. */
    static Optional<String> shorter(String subtag) {
        var language = new ULocale(subtag).getLanguage();
        return Optional.of(language).filter(code -> code.length() < subtag.length());
    }

    /** The code of a language that is called as in English or as its speakers call it, such as German or Deutsch. */
    static Optional<String> codeOf(String name) {
        return Optional.ofNullable(BY_NAME.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /** The tag that has taken the place of an outdated or common but wrong one, such as {@code en-GB} of {@code en-UK}. */
    static Optional<String> replacement(String tag) {
        var replaced = ULocale.createCanonical(ULocale.forLanguageTag(tag)).toLanguageTag();
        return Optional.of(replaced).filter(other -> !other.equals(tag));
    }

    private static Map<String, String> byName() {
        var names = new HashMap<String, String>();
        for (var code : CODES.stream().sorted().toList()) {
            for (var reader : List.of(ULocale.ENGLISH, new ULocale(code))) {
                names.putIfAbsent(new ULocale(code).getDisplayLanguage(reader).toLowerCase(Locale.ROOT), code);
            }
        }
        return Map.copyOf(names);
    }
}
