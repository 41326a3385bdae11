package io.lingoduct.front.letters;

import io.lingoduct.front.letters.CasedWord.Shape;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** Gives translations into one language the case that their source had. */
final class TargetCase {

    private static final Set<String> GERMAN_ADDRESS = Set.of("Sie", "Ihr", "Ihre", "Ihren", "Ihrem", "Ihrer", "Ihnen");

    private final Locale locale;
    private final boolean apostropheCuts;
    private final WordKnowledge knowledge;
    private final Set<String> smallInTitles;
    private final boolean english;
    private final boolean german;

    TargetCase(Locale locale, WordKnowledge knowledge) {
        this.locale = locale;
        this.apostropheCuts = locale.getLanguage().equals("fr");
        this.knowledge = knowledge;
        this.smallInTitles = TitleWords.small(locale);
        this.english = locale.getLanguage().equals("en");
        this.german = locale.getLanguage().equals("de");
    }

    String capitals(String word) {
        return word.toUpperCase(locale);
    }

    /** In capitals, but for words with a spelling of their own, such as "iPhone". */
    String capitals(String target, Set<String> spelled) {
        if (spelled.isEmpty()) {
            return capitals(target);
        }
        return replaced(target, word -> !spelled.contains(word.text()), this::capitals);
    }

    /** @param every whether words that titles write small get a capital, too */
    String title(String target, boolean every) {
        var words = words(target);
        int last = words.isEmpty() ? 0 : words.get(words.size() - 1).start();
        int first = words.isEmpty() ? 0 : words.get(0).start();
        return replaced(
                target,
                word -> word.shape() == Shape.SMALL
                        && (every && word.isLong()
                                || word.start() == first
                                || word.start() == last
                                || !smallInTitles.contains(word.text())),
                word -> Letters.capitalized(word, locale));
    }

    /**
     * With a small letter at its start, unless the first word has a capital anywhere.
     *
     * @param polite whether the source speaks to somebody
     */
    String smallStart(String target, boolean polite) {
        var words = words(target);
        if (words.isEmpty() || !SentenceCase.startsSentence(target, words.get(0))) {
            return target;
        }
        var first = words.get(0);
        if (keepsCapital(first, polite)) {
            return target;
        }
        return target.substring(0, first.start())
                + Letters.uncapitalized(first.text(), locale)
                + target.substring(first.end());
    }

    private boolean keepsCapital(CasedWord word, boolean polite) {
        var lower = Letters.lower(word.text(), locale);
        if (word.shape() != Shape.CAPITALIZED && word.letters() > 1 || knowledge.isName(lower)) {
            return true;
        }
        if (english && WordKnowledge.stem(lower).equals("i")) {
            return true;
        }
        if (german) {
            return polite && GERMAN_ADDRESS.contains(word.text())
                    || !knowledge.isCommon(lower)
                            && (GermanNouns.isNounByEnding(lower)
                                    || knowledge.isInVocabulary(word.text()) && !knowledge.isInVocabulary(lower));
        }
        return false;
    }

    private List<CasedWord> words(String text) {
        return CasedWord.in(text, apostropheCuts);
    }

    private String replaced(String text, Predicate<CasedWord> picked, UnaryOperator<String> change) {
        var result = new StringBuilder();
        int at = 0;
        for (var word : words(text)) {
            if (picked.test(word)) {
                result.append(text, at, word.start()).append(change.apply(word.text()));
                at = word.end();
            }
        }
        return result.append(text, at, text.length()).toString();
    }
}
