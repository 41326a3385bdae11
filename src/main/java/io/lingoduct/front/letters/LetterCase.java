package io.lingoduct.front.letters;

import io.lingoduct.front.align.WordAlignment;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Recognises the case of segments of one language and gives it to their translations. Safe to use from many threads. */
public final class LetterCase {

    /** Words that titles write small. */
    private static final Set<String> SMALL = Set.of(
            "a",
            "an",
            "the",
            "of",
            "in",
            "on",
            "at",
            "to",
            "for",
            "and",
            "or",
            "but",
            "by",
            "with",
            "from",
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
            "und",
            "oder",
            "von",
            "vom",
            "zu",
            "zum",
            "zur",
            "im",
            "am",
            "auf",
            "mit",
            "f\u00FCr",
            "le",
            "la",
            "les",
            "un",
            "une",
            "de",
            "du",
            "et",
            "ou",
            "\u00E0",
            "au",
            "aux",
            "en",
            "dans",
            "pour",
            "par",
            "sur");

    private final boolean english;
    private final boolean germanSource;
    private final Predicate<String> known;

    /**
     * @param source BCP 47 tag
     * @param target BCP 47 tag
     * @param known whether a word in just this case is one of the model's
     */
    public LetterCase(String source, String target, Predicate<String> known) {
        this.english = "en".equals(Locale.forLanguageTag(source).getLanguage());
        this.germanSource = "de".equals(Locale.forLanguageTag(source).getLanguage());
        this.known = known;
    }

    /** Recognises the case; where it could not be given back as it was, the segment stays as it is. */
    public CasedSegment read(String segment) {
        var words = WordAlignment.words(segment).stream()
                .filter(word -> Character.isLetter(segment.codePointAt(word.start())))
                .toList();
        if (words.isEmpty()) {
            return CasedSegment.untouched(segment);
        }
        var cased = cased(segment, words);
        var alignment = cased.needsAlignment() ? WordAlignment.diagonal(cased.input(), cased.input()) : null;
        return cased.restore(cased.input(), alignment).equals(segment) ? cased : CasedSegment.untouched(segment);
    }

    private CasedSegment cased(String segment, List<WordAlignment.Word> words) {
        long upper = count(segment, words, Letters::isUpper);
        long lower = count(segment, words, Letters::isLower);
        if (lower == 0 && upper == words.size() && isShouted(segment, words)) {
            return new CasedSegment(sentence(segment, words), Letters::upper, Set.of());
        }
        if (isTitle(segment, words)) {
            return new CasedSegment(sentence(segment, words), LetterCase::asTitle, Set.of());
        }
        var capitals = lower > 0 ? shoutedWords(segment, words) : Set.<Integer>of();
        var input = new StringBuilder(segment);
        boolean small = segment.codePoints().noneMatch(Character::isUpperCase);
        var all = WordAlignment.words(segment);
        for (int i = 0; i < all.size(); i++) {
            var word = segment.substring(all.get(i).start(), all.get(i).end());
            if (capitals.contains(i)) {
                replace(input, all.get(i), natural(word));
            } else if (small && Letters.isWord(word)) {
                replace(input, all.get(i), natural(word));
            }
        }
        int first = firstLetter(segment);
        boolean capitalLacks =
                first >= 0 && Character.isLowerCase(segment.codePointAt(first)) && isAtStart(segment, first);
        if (capitalLacks) {
            var word = words.get(0);
            replace(input, word, Letters.capitalized(input.substring(word.start(), word.end())));
        }
        UnaryOperator<String> whole = small && capitalLacks
                ? target -> smallAgain(segment, target)
                : capitalLacks ? this::withSmallStart : UnaryOperator.identity();
        return new CasedSegment(input.toString(), whole, capitals);
    }

    private static long count(String segment, List<WordAlignment.Word> words, Predicate<String> condition) {
        return words.stream()
                .filter(word -> condition.test(segment.substring(word.start(), word.end())))
                .count();
    }

    /** Whether capitals are more than an abbreviation. */
    private boolean isShouted(String segment, List<WordAlignment.Word> words) {
        var longWords = words.stream()
                .map(word -> segment.substring(word.start(), word.end()))
                .filter(word -> word.length() > 1)
                .toList();
        return longWords.stream()
                        .anyMatch(word -> known.test(Letters.lower(word))
                                || known.test(Letters.capitalized(Letters.lower(word)))
                                || word.length() > 5)
                && (longWords.size() > 1
                        || !longWords.isEmpty() && longWords.get(0).length() > 3);
    }

    private boolean isTitle(String segment, List<WordAlignment.Word> words) {
        int capitalized = 0;
        int needless = 0;
        int small = 0;
        for (int i = 0; i < words.size(); i++) {
            var word = segment.substring(words.get(i).start(), words.get(i).end());
            boolean first = i == 0;
            if (Letters.isCapitalized(word) && !word.equals("I")) {
                capitalized++;
                if (!first && known.test(Letters.lower(word))) {
                    needless++;
                }
            } else if (!word.equals("I") && word.length() > 1 && !SMALL.contains(word) && Letters.isLower(word)) {
                small++;
            }
        }
        int least = germanSource ? 2 : 1;
        return words.size() >= 2 && needless >= least && small * 5 <= capitalized && capitalized * 2 >= words.size();
    }

    /** Words in capitals among others, by their numbers among all words. */
    private Set<Integer> shoutedWords(String segment, List<WordAlignment.Word> letters) {
        var all = WordAlignment.words(segment);
        var shouted = new HashSet<Integer>();
        for (int i = 0; i < all.size(); i++) {
            var word = segment.substring(all.get(i).start(), all.get(i).end());
            if (word.length() > 2 && Letters.isWord(word) && Letters.isUpper(word) && known.test(Letters.lower(word))) {
                shouted.add(i);
            }
        }
        return shouted;
    }

    private String sentence(String segment, List<WordAlignment.Word> words) {
        var input = new StringBuilder(segment);
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            var natural = natural(segment.substring(word.start(), word.end()));
            boolean afterApostrophe = word.start() > 0 && "'\u2019".indexOf(segment.charAt(word.start() - 1)) >= 0;
            replace(
                    input,
                    word,
                    i == 0 && isAtStart(segment, word.start())
                            ? Letters.capitalized(natural)
                            : afterApostrophe ? Letters.lower(natural) : natural);
        }
        return input.toString();
    }

    /** A word in the case that it has within a sentence, as far as the model's vocabulary tells. */
    private String natural(String word) {
        var lower = Letters.lower(word);
        if (english && lower.equals("i")) {
            return "I";
        }
        if (known.test(lower) && !isName(lower)) {
            return lower;
        }
        var capitalized = Letters.capitalized(lower);
        if (known.test(capitalized)) {
            return capitalized;
        }
        return Letters.isUpper(word) && known.test(word) ? word : lower;
    }

    private boolean isName(String lower) {
        return !known.test(lower);
    }

    private static void replace(StringBuilder text, WordAlignment.Word word, String by) {
        if (by.length() == word.end() - word.start()) {
            text.replace(word.start(), word.end(), by);
        }
    }

    private static int firstLetter(String text) {
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            if (Character.isLetter(text.codePointAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Whether no word, number or masked span comes before. */
    private static boolean isAtStart(String text, int index) {
        return text.substring(0, index).codePoints().noneMatch(c -> Character.isLetterOrDigit(c) || c == 0xFFFC);
    }

    private String withSmallStart(String target) {
        int first = firstLetter(target);
        if (first < 0 || !isAtStart(target, first)) {
            return target;
        }
        var word = WordAlignment.words(target.substring(first)).get(0);
        var written = target.substring(first, first + word.end());
        return Letters.isCapitalized(written) && (known.test(Letters.lower(written)) || written.length() == 1)
                ? target.substring(0, first) + Letters.lower(written) + target.substring(first + word.end())
                : target;
    }

    /** Where the words are those of the source they get its case, so that what was not translated is as it was. */
    private String smallAgain(String segment, String target) {
        return Letters.lower(target).equals(segment) ? segment : withSmallStart(target);
    }

    private static String asTitle(String target) {
        var text = new StringBuilder(target);
        boolean first = true;
        for (var word : WordAlignment.words(target)) {
            var written = target.substring(word.start(), word.end());
            boolean afterApostrophe = word.start() > 0 && "'\u2019".indexOf(target.charAt(word.start() - 1)) >= 0;
            if (Letters.isWord(written) && (first || !SMALL.contains(written)) && !afterApostrophe) {
                replace(text, word, Letters.capitalized(written));
            }
            first = false;
        }
        return text.toString();
    }
}
