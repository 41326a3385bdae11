package io.lingoduct.front.letters;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Words that titles write small, unless they come first. */
final class TitleWords {

    private static final Map<String, Set<String>> SMALL = Map.of(
            "en",
            Set.of(
                    "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "nor", "but", "by", "with",
                    "from", "as", "per", "vs"),
            "de",
            Set.of(
                    "der",
                    "die",
                    "das",
                    "den",
                    "dem",
                    "des",
                    "ein",
                    "eine",
                    "einen",
                    "einem",
                    "einer",
                    "eines",
                    "und",
                    "oder",
                    "aber",
                    "von",
                    "vom",
                    "zu",
                    "zum",
                    "zur",
                    "in",
                    "im",
                    "am",
                    "an",
                    "auf",
                    "aus",
                    "bei",
                    "mit",
                    "nach",
                    "f\u00FCr",
                    "als",
                    "um"),
            "fr",
            Set.of(
                    "le", "la", "les", "l", "un", "une", "des", "de", "du", "d", "et", "ou", "\u00E0", "au", "aux",
                    "en", "dans", "pour", "par", "sur", "avec", "que", "qu", "j", "n", "s", "c", "m", "t"));

    private TitleWords() {}

    /** Of a language; of one that is not known there are none. */
    static Set<String> small(Locale language) {
        return SMALL.getOrDefault(language.getLanguage(), Set.of());
    }
}
