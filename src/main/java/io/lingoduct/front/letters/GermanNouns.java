package io.lingoduct.front.letters;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells nouns of German, which are written with a capital, by their endings and by the word before them. */
final class GermanNouns {

    /** Endings that only nouns have, with their plurals. */
    private static final Pattern NOUN = Pattern.compile(
            "\\p{L}{2,40}(?:ung|heit|keit|schaft|t\u00E4t|tion|ismus|ment|chen|lein|nis|tum)(?:en|e|s|es)?");

    /** Endings of verbs, adjectives and adverbs. */
    private static final Pattern OTHER = Pattern.compile(
            "\\p{L}{1,40}(?:(?:lich|ig|isch|bar|sam|los|haft|end)(?:e|en|er|es|em)?|en|t|st|te|ten|tet|weise)");

    /** Verbs and adverbs with the ending of a noun. */
    private static final Set<String> NOT_NOUNS = Set.of(
            "machen",
            "brechen",
            "sprechen",
            "suchen",
            "besuchen",
            "versuchen",
            "brauchen",
            "tauchen",
            "rauchen",
            "kochen",
            "lachen",
            "wachen",
            "aufwachen",
            "gebrauchen",
            "untersuchen",
            "erreichen",
            "versprechen",
            "unterbrechen",
            "herrschen",
            "streichen",
            "reichen",
            "gleichen",
            "ausmachen",
            "aufmachen",
            "mitmachen",
            "aussprechen",
            "jung",
            "irgendein",
            "allein",
            "klein",
            "manchen",
            "welchen",
            "solchen",
            "zeichen",
            "wischen",
            "zwischen",
            "mischen",
            "waschen",
            "wünschen",
            "wunschen",
            "forschen");

    private static final Set<String> DETERMINERS = Set.of(
            "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einem", "einer", "eines", "kein",
            "keine", "keinen", "keinem", "keiner", "mein", "meine", "meinen", "meinem", "meiner", "dein", "deine",
            "deinen", "deinem", "deiner", "sein", "seine", "seinen", "seinem", "seiner", "ihr", "ihre", "ihren",
            "ihrem", "ihrer", "unser", "unsere", "unseren", "unserem", "unserer", "zum", "zur", "im", "am", "beim",
            "vom", "ins", "ans");

    private static final int SHORTEST = 7;

    private GermanNouns() {}

    /** Whether a word is a noun by its ending. */
    static boolean isNounByEnding(String lower) {
        return !NOT_NOUNS.contains(lower) && NOUN.matcher(lower).matches();
    }

    /** Whether a word that no vocabulary has is more likely a noun than anything else. */
    static boolean isLikelyNoun(String lower, String before) {
        return isNounByEnding(lower)
                || !OTHER.matcher(lower).matches() && (lower.length() >= SHORTEST || DETERMINERS.contains(before));
    }

    /** Whether a noun follows a word, or what goes with a noun. */
    static boolean mayFollow(String before) {
        return DETERMINERS.contains(before);
    }
}
