package io.lingoduct.text.segment;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that end in a full stop without ending a sentence. Some never stand last, as titles do not; after the others, which
 * may, a sentence ends where a {@linkplain SentenceOpeners word that opens one} follows.
 */
final class Abbreviations {

    /** No abbreviation has more characters, its final full stop not counted. */
    private static final int LONGEST = 24;

    /** Capitals and their dots ("U.S", "J.-P"), and small letters in the same way ("e.V"). */
    private static final Pattern INITIALS = Pattern.compile("\\p{Lu}|\\p{L}(?:\\.-?\\p{L})+");

    /** A number, a date without its year, a Roman number of more than one letter. */
    private static final Pattern ORDINAL = Pattern.compile("\\d{1,2}|[0-3]?\\d\\.(?:0?[1-9]|1[0-2])|[IVXLC]{2,}");

    /** Number of three digits behind a word that is followed by ordinals rather than by amounts. */
    private static final Pattern LONG_ORDINAL = Pattern.compile(
            "(?iu).*\\b(?:am|im|zum|zur|vom|beim|der|die|das|dem|den|des|sein|ihr|mein|jede[rsnm]?)\\s\\d{3}");

    private static final Pattern ROMAN = Pattern.compile("[IVXLC]+");
    private static final Pattern ZONE = Pattern.compile("\\p{Lu}{2,4}");
    private static final Set<String> HOURS = WordSets.of("a.m p.m");

    /** Languages that write ordinals as a number and a full stop. */
    private static final Set<String> DOTTED_ORDINALS =
            WordSets.of("de da nb nn no fi et lv hu cs sk sl hr bs sr is tr pl lb");

    private final AbbreviationWords words;
    private final SentenceOpeners openers;
    private final boolean dottedOrdinals;
    private final boolean english;

    private Abbreviations(AbbreviationWords words, SentenceOpeners openers, boolean dottedOrdinals, boolean english) {
        this.words = words;
        this.openers = openers;
        this.dottedOrdinals = dottedOrdinals;
        this.english = english;
    }

    static Abbreviations of(Locale language, SentenceOpeners openers) {
        var code = language.getLanguage();
        return new Abbreviations(
                AbbreviationWords.of(code), openers, DOTTED_ORDINALS.contains(code), code.equals("en"));
    }

    /** Whether a number and a full stop before the word may be an ordinal ("5. Oktober", "2. und 3. Klasse"). */
    boolean mayFollowOrdinal(NextWord word) {
        return dottedOrdinals
                && (word.isLowerCase()
                        || words.months().isEmpty()
                        || words.months().contains(word.lowerCase()));
    }

    /**
     * Whether a full stop belongs to the word before it rather than to the sentence.
     *
     * @param start where the sentence starts
     * @param dot index of the full stop
     */
    boolean isAbbreviation(String line, int start, int dot, NextWord next) {
        int from = wordStart(line, start, dot);
        if (from == dot) {
            return false;
        }
        var word = line.substring(from, dot);
        var lower = word.toLowerCase(Locale.ROOT);
        var parts = withPartsBefore(line, start, from, lower);
        if (words.neverLast().contains(lower)
                || words.neverLast().contains(parts)
                || words.contains(parts + "." + next.lowerCase())) {
            return true;
        }
        if (HOURS.contains(parts) && english) {
            return isPartOfTime(next);
        }
        if (isBeforeNumber(lower, word, next)) {
            return true;
        }
        boolean mayStandLast = words.contains(lower)
                || words.contains(parts)
                || words.isStreet(lower)
                || Character.isUpperCase(word.charAt(0)) && words.shortMonths().contains(lower)
                || isInitial(word, parts, from == start)
                || dottedOrdinals && isOrdinal(line, start, from, dot);
        return mayStandLast && !openers.opens(next);
    }

    private boolean isInitial(String word, String parts, boolean opensSentence) {
        // "So am I." ends; "I. Newton" does not.
        return (INITIALS.matcher(word).matches() || INITIALS.matcher(parts).matches())
                && !(english && word.equals("I") && !opensSentence);
    }

    private boolean isOrdinal(String line, int start, int from, int dot) {
        return ORDINAL.matcher(line).region(from, dot).matches() && !isNumbered(line, start, from)
                || LONG_ORDINAL
                        .matcher(line)
                        .region(Math.max(0, from - LONGEST), dot)
                        .matches();
    }

    /** Whether a number counts what stands before it, as in "Nr. 3". */
    private boolean isNumbered(String line, int start, int number) {
        int dot = number - 2;
        return dot > start
                && line.charAt(dot) == '.'
                && words.isBeforeNumber(
                        line.substring(wordStart(line, start, dot), dot).toLowerCase(Locale.ROOT));
    }

    private boolean isPartOfTime(NextWord next) {
        return words.days().contains(next.lowerCase())
                || words.months().contains(next.lowerCase())
                || ZONE.matcher(next.text()).matches();
    }

    private boolean isBeforeNumber(String lower, String word, NextWord next) {
        if (next.isNumber()) {
            return words.isBeforeNumber(lower)
                    || words.shortMonths().contains(lower)
                    || Character.isUpperCase(word.charAt(0))
                            && words.shortDays().contains(lower);
        }
        return words.isBeforeNumber(lower)
                && ROMAN.matcher(next.text()).matches()
                && !(english && next.text().equals("I"));
    }

    /** The word's letters, digits and dots, and the hyphen of "J.-P". */
    private static int wordStart(String line, int start, int dot) {
        int limit = Math.max(start, dot - LONGEST);
        int from = dot;
        while (from > limit && isInWord(line, from - 1, start)) {
            from--;
        }
        return from;
    }

    private static boolean isInWord(String line, int index, int start) {
        char c = line.charAt(index);
        return Character.isLetterOrDigit(c) || c == '.' || c == '-' && index > start && line.charAt(index - 1) == '.';
    }

    /** The word in small letters, joined to the single letters with full stops before it: "z. B" is "z.b". */
    private static String withPartsBefore(String line, int start, int from, String word) {
        var parts = word;
        int at = from;
        while (parts.length() < LONGEST && at - start >= 3) {
            int space = WhiteSpace.is(line.charAt(at - 1)) ? 1 : 0;
            int dot = at - space - 1;
            boolean single = space == 1
                    && line.charAt(dot) == '.'
                    && dot > start
                    && Character.isLetter(line.charAt(dot - 1))
                    && (dot - 1 == start || !isInWord(line, dot - 2, start));
            if (!single) {
                break;
            }
            at = dot - 1;
            parts = Character.toLowerCase(line.charAt(at)) + "." + parts;
        }
        return parts;
    }
}
