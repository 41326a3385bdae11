package io.lingoduct.text.segment;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Words that end in a full stop without ending a sentence. */
final class Abbreviations {

    /** No abbreviation has more characters, its final full stop not counted. */
    static final int LONGEST = 8;

    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}(?:\\.\\p{Lu})*");
    private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}");

    /** Words that are followed by a name or a continuation; none that may as well stand last, such as "etc." */
    private static final Map<String, Set<String>> WORDS = Map.of(
            "en",
            words("mr mrs ms dr prof st rev gen col capt lt sgt gov sen rep hon pres mt messrs vs e.g i.e cf approx"),
            "de",
            words("hr fr dr prof st z z.b d.h u.a bzw ca evtl ggf inkl vgl sog geb dipl ing"),
            "fr",
            words("m mm dr pr prof st mgr p.ex cf env"),
            "es",
            words("sr sra srta dr dra prof d ud uds p.ej"),
            "it",
            words("sig sigg dott prof ing avv p.es cfr"),
            "nl",
            words("dhr mevr mw dr drs prof ir bijv ca"),
            "pt",
            words("sr sra srta dr dra prof p.ex"));

    /** Words that are followed by a number. */
    private static final Set<String> BEFORE_NUMBERS =
            words("no nr nos p pp vol ch art fig sec abs bd s kap abb núm n pág op");

    /** Languages that write ordinals as a number and a full stop. */
    private static final Set<String> DOTTED_ORDINALS =
            words("de da nb nn no fi et lv hu cs sk sl hr bs sr is tr pl lb");

    private final Set<String> words;
    private final boolean dottedOrdinals;
    private final boolean english;

    private Abbreviations(Set<String> words, boolean dottedOrdinals, boolean english) {
        this.words = words;
        this.dottedOrdinals = dottedOrdinals;
        this.english = english;
    }

    static Abbreviations of(Locale language) {
        var code = language.getLanguage();
        return new Abbreviations(WORDS.getOrDefault(code, Set.of()), DOTTED_ORDINALS.contains(code), code.equals("en"));
    }

    /**
     * Whether a full stop belongs to the word before it rather than to the sentence.
     *
     * @param word without the full stop
     * @param next the code point with which the text goes on
     */
    boolean isAbbreviation(String word, int next) {
        var lower = word.toLowerCase(Locale.ROOT);
        return words.contains(lower)
                || Character.isDigit(next) && BEFORE_NUMBERS.contains(lower)
                || dottedOrdinals && ORDINAL.matcher(word).matches()
                || INITIALS.matcher(word).matches() && !(english && word.equals("I"));
    }

    private static Set<String> words(String spaceSeparated) {
        return Set.of(spaceSeparated.split(" "));
    }
}
