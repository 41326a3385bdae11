package io.lingoduct.front.letters;

import io.lingoduct.front.align.WordAlignment;
import io.lingoduct.front.letters.CasedWord.Shape;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Recognises how the letters of segments of one language are written, rewrites them as in a sentence, and gives translations the case of
 * their source. Takes time linear in a segment, and throws for none. Safe to use from many threads.
 */
public final class LetterCase {

    /** Words that speak to somebody, politely or not. */
    private static final Set<String> ADDRESS = Set.of(
            "you", "your", "yours", "yourself", "vous", "votre", "vos", "you're", "you've", "you'll", "sie", "ihr");

    private final Locale locale;
    private final boolean apostropheCuts;
    private final PatternReader patterns;
    private final SentenceCase sentence;
    private final TargetCase target;
    private final Set<String> smallInTitles;

    /**
     * @param source BCP 47 tag
     * @param target BCP 47 tag
     * @param known whether a word in just this case is one of the model's
     */
    public LetterCase(String source, String target, Predicate<String> known) {
        this.locale = Locale.forLanguageTag(source);
        var targetLocale = Locale.forLanguageTag(target);
        boolean fromGerman = locale.getLanguage().equals("de");
        boolean intoGerman = targetLocale.getLanguage().equals("de");
        var knowledge = new WordKnowledge(locale, !fromGerman && !intoGerman, known);
        this.apostropheCuts = locale.getLanguage().equals("fr");
        this.patterns = new PatternReader(locale, knowledge);
        this.sentence = new SentenceCase(locale, knowledge);
        this.target = new TargetCase(targetLocale, new WordKnowledge(targetLocale, false, known));
        this.smallInTitles = TitleWords.small(locale);
    }

    /** Recognises the case; a segment that is written as sentences are stays as it is. */
    public CasedSegment read(String segment) {
        var words = CasedWord.in(segment, apostropheCuts);
        return switch (patterns.patternOf(words)) {
            case CAPITALS -> capitals(segment, words);
            case TITLE -> title(segment, words);
            case ALTERNATING -> whole(segment, sentence.of(segment, words, i -> true), UnaryOperator.identity());
            case SMALL -> small(segment, words);
            case SENTENCE -> sentence(segment, words);
        };
    }

    private CasedSegment capitals(String segment, List<CasedWord> words) {
        var spelled = words.stream()
                .filter(word -> word.shape() == Shape.MIXED)
                .map(CasedWord::text)
                .collect(Collectors.toUnmodifiableSet());
        var input = sentence.of(segment, words, i -> isChangedIn(CasePattern.CAPITALS, words.get(i)));
        return whole(segment, input, text -> target.capitals(text, spelled));
    }

    private CasedSegment title(String segment, List<CasedWord> words) {
        boolean every = words.stream()
                .skip(1)
                .anyMatch(word -> word.shape() == Shape.CAPITALIZED
                        && smallInTitles.contains(Letters.lower(word.text(), locale)));
        var input = sentence.of(segment, words, i -> isChangedIn(CasePattern.TITLE, words.get(i)));
        return whole(segment, input, text -> target.title(text, every));
    }

    private static boolean isChangedIn(CasePattern pattern, CasedWord word) {
        return switch (word.shape()) {
            case CAPITALS -> pattern == CasePattern.CAPITALS || word.letters() == 1;
            case INVERTED -> pattern == CasePattern.CAPITALS;
            case CAPITALIZED -> true;
            case SMALL, MIXED, CASELESS -> false;
        };
    }

    private CasedSegment small(String segment, List<CasedWord> words) {
        boolean polite = words.stream().anyMatch(word -> ADDRESS.contains(word.text()));
        var input = sentence.of(segment, words, i -> true);
        return SentenceCase.startsSentence(segment, words.get(0))
                ? whole(segment, input, text -> target.smallStart(text, polite))
                : whole(segment, input, UnaryOperator.identity());
    }

    private CasedSegment sentence(String segment, List<CasedWord> words) {
        if (words.isEmpty()) {
            return CasedSegment.untouched(segment);
        }
        var loud = new BitSet();
        for (int i = 0; i < words.size(); i++) {
            loud.set(i, patterns.isLoud(words.get(i)));
        }
        var first = words.get(0);
        boolean lacksCapital = first.shape() == Shape.SMALL && SentenceCase.startsSentence(segment, first);
        if (loud.isEmpty() && !lacksCapital) {
            return CasedSegment.untouched(segment);
        }
        var input = sentence.of(segment, words, loud::get);
        if (lacksCapital) {
            input = input.substring(0, first.start())
                    + Letters.capitalized(first.text(), locale)
                    + input.substring(first.end());
        }
        return new CasedSegment(
                segment,
                input,
                lacksCapital ? text -> target.smallStart(text, false) : UnaryOperator.identity(),
                numbersOf(segment, words, loud),
                target::capitals);
    }

    /** The numbers that an alignment gives to picked words, which may be several words there. */
    private static Set<Integer> numbersOf(String segment, List<CasedWord> words, BitSet picked) {
        var numbers = new HashSet<Integer>();
        if (picked.isEmpty()) {
            return numbers;
        }
        var all = WordAlignment.words(segment);
        int word = 0;
        for (int i = 0; i < all.size(); i++) {
            while (word < words.size() && words.get(word).end() <= all.get(i).start()) {
                word++;
            }
            if (word < words.size()
                    && picked.get(word)
                    && all.get(i).end() > words.get(word).start()
                    && Character.isLetter(segment.codePointAt(all.get(i).start()))) {
                numbers.add(i);
            }
        }
        return numbers;
    }

    private CasedSegment whole(String segment, String input, UnaryOperator<String> restore) {
        return new CasedSegment(segment, input, restore, Set.of(), target::capitals);
    }
}
