package io.lingoduct.front.edge;

import io.lingoduct.front.lexicon.ProperNames;
import java.util.Locale;
import java.util.regex.Pattern;

/** What stands before a sentence in a list or a talk: numbers of items, times, names of speakers. Safe to use from many threads. */
final class Prefixes {

    private static final int LONGEST = 80;

    /** "1)", "(2)", "[3]", "a)", "iv)"; "1." and "1.2." where a number with a point is no ordinal. */
    private static final String BRACKETED = "\\(?(?:\\d{1,3}|[a-z]|[ivx]{2,4})\\)|\\[\\d{1,3}\\]";

    private static final String POINTED = "\\d{1,3}(?:\\.\\d{1,3}){0,3}\\.";

    /** "[10:32]", "10:32 -", "[12.05.2024, 10:32]", a masked time. */
    private static final String TIME = "(?:\\[[\\d:., /\uFFFC-]{1,24}\\]|\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[-\u2013])?)";

    private static final String CAPITAL_WORDS =
            "\\p{Lu}[\\p{L}.'\u2019-]{0,20}(?: \\p{Lu}[\\p{L}.'\u2019-]{0,20}){0,2}";

    /** "<Anna>", "[Anna]", a masked name and a colon. */
    private static final String MARKED_SPEAKER = "<" + CAPITAL_WORDS + ">:?|\\[" + CAPITAL_WORDS + "\\]:?|\uFFFC:";

    private static final String SPACES = "[ \u00A0]{1,4}(?=\\S)";

    private static final Pattern SPEAKER =
            Pattern.compile("(" + CAPITAL_WORDS + ")(?: \\([^()]{1,20}\\))? ?:" + SPACES);

    private final Pattern item;
    private final Pattern timed = Pattern.compile(TIME + " ?(?:" + CAPITAL_WORDS + " ?:)?" + SPACES);
    private final Pattern marked = Pattern.compile("(?:" + MARKED_SPEAKER + ")" + SPACES);
    private final ProperNames names;
    private final Locale locale;

    Prefixes(String language) {
        this.locale = Locale.forLanguageTag(language);
        boolean pointIsOrdinal = locale.getLanguage().equals("de");
        this.item = Pattern.compile("(?:" + BRACKETED + (pointIsOrdinal ? "" : "|" + POINTED) + ")" + SPACES);
        this.names = new ProperNames(language);
    }

    /** The index behind a prefix at the start of [start, end), or start. */
    int skip(String text, int start, int end) {
        int limit = Math.min(end, start + LONGEST);
        for (var pattern : new Pattern[] {item, timed, marked}) {
            var matcher = pattern.matcher(text).region(start, limit).useTransparentBounds(true);
            if (matcher.lookingAt()) {
                return matcher.end();
            }
        }
        var speaker = SPEAKER.matcher(text).region(start, limit).useTransparentBounds(true);
        return speaker.lookingAt() && isSpeaker(speaker.group(1)) ? speaker.end() : start;
    }

    /** Whether words are a name: any capitalized word before a colon may be a heading instead. */
    private boolean isSpeaker(String words) {
        for (var word : words.toLowerCase(locale).split("[ .'\u2019-]+")) {
            if (names.contains(word)) {
                return true;
            }
        }
        return false;
    }
}
