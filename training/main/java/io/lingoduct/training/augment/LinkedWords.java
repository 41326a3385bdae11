package io.lingoduct.training.augment;

import io.lingoduct.training.corpus.SentencePair;
import io.lingoduct.training.shortlist.MutualTranslations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds words of a pair that stand for each other: each occurs once on its side, and both are the same name or code, the same
 * number, or a name or noun and its translation.
 */
final class LinkedWords {

    /** Less probable translations are too often other words. */
    private static final double MIN_PROBABILITY = 0.3;

    private final NameWords sourceNames;
    private final NameWords targetNames;
    private final NumberWords sourceNumbers;
    private final NumberWords targetNumbers;
    private final MutualTranslations translations;

    private LinkedWords(
            NameWords sourceNames,
            NameWords targetNames,
            NumberWords sourceNumbers,
            NumberWords targetNumbers,
            MutualTranslations translations) {
        this.sourceNames = sourceNames;
        this.targetNames = targetNames;
        this.sourceNumbers = sourceNumbers;
        this.targetNumbers = targetNumbers;
        this.translations = translations;
    }

    /** What links two words. */
    enum Kind {
        /** Names and codes that are the same on both sides. */
        NAME,
        /** A name or noun and its translation. */
        NOUN,
        /** The same number. */
        NUMBER
    }

    record Link(Kind kind, Word source, Word target) {}

    /** Learns from a text which words are names and which translate each other. */
    static LinkedWords learn(List<SentencePair> pairs, String sourceLanguage, String targetLanguage) {
        var sources = pairs.stream().map(pair -> words(pair.source())).toList();
        var targets = pairs.stream().map(pair -> words(pair.target())).toList();
        return new LinkedWords(
                NameWords.learn(sources),
                NameWords.learn(targets),
                new NumberWords(sourceLanguage),
                new NumberWords(targetLanguage),
                MutualTranslations.learn(sources, targets, MIN_PROBABILITY));
    }

    NameWords sourceNames() {
        return sourceNames;
    }

    NameWords targetNames() {
        return targetNames;
    }

    private static List<String> words(String sentence) {
        return Word.in(sentence).stream().map(Word::text).toList();
    }

    /** The links of a pair, in the order of the source. No word is in two of them. */
    List<Link> in(SentencePair pair) {
        var targets = onlyOnes(pair.target());
        var targetsByValue = byValue(pair.target(), targetNumbers);
        var sourcesByValue = byValue(pair.source(), sourceNumbers);
        var links = new ArrayList<Link>();
        var taken = new HashSet<Word>();
        onlyOnes(pair.source()).values().stream()
                .sorted((a, b) -> Integer.compare(a.start(), b.start()))
                .forEach(source -> {
                    var value = sourceNumbers.value(source.text());
                    var link = value.isPresent()
                            ? number(source, value.get(), sourcesByValue, targetsByValue)
                            : thing(source, targets);
                    link.filter(found -> taken.add(found.target())).ifPresent(links::add);
                });
        return links;
    }

    private static Optional<Link> number(
            Word source, String value, Map<String, Word> sources, Map<String, Word> targets) {
        return sources.containsKey(value) && targets.containsKey(value)
                ? Optional.of(new Link(Kind.NUMBER, source, targets.get(value)))
                : Optional.empty();
    }

    private Optional<Link> thing(Word source, Map<String, Word> targets) {
        var same = targets.get(source.text());
        if (same != null && (isName(source.text()) || isCode(source.text()))) {
            return Optional.of(new Link(Kind.NAME, source, same));
        }
        return translations
                .of(source.text())
                .map(targets::get)
                .filter(target -> sourceNames.contains(source.text()) || targetNames.contains(target.text()))
                .map(target -> new Link(Kind.NOUN, source, target));
    }

    private boolean isName(String word) {
        return sourceNames.contains(word) && targetNames.contains(word);
    }

    private static boolean isCode(String word) {
        return word.chars().anyMatch(Character::isDigit);
    }

    private static Map<String, Word> onlyOnes(String sentence) {
        var ones = new HashMap<String, Word>();
        var repeated = new HashSet<String>();
        for (var word : Word.in(sentence)) {
            if (ones.put(word.text(), word) != null) {
                repeated.add(word.text());
            }
        }
        ones.keySet().removeAll(repeated);
        return ones;
    }

    /** Words that are the only ones of their value. */
    private static Map<String, Word> byValue(String sentence, NumberWords numbers) {
        var ones = new HashMap<String, Word>();
        var repeated = new HashSet<String>();
        for (var word : Word.in(sentence)) {
            numbers.value(word.text()).ifPresent(value -> {
                if (ones.put(value, word) != null) {
                    repeated.add(value);
                }
            });
        }
        ones.keySet().removeAll(repeated);
        return ones;
    }
}
