package io.lingoduct.text.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * chrF2 as sacreBLEU defines it: F-score of character n-grams up to order six, white space left out, recall weighing twice
 * as much as precision, precision and recall averaged over the orders that occur. chrF2++ averages over word n-grams up to
 * order two as well, with a punctuation mark at either end of a word being a word of its own.
 *
 * <p>Popović, "chrF: character n-gram F-score for automatic MT evaluation", 2015; "chrF++: words helping character
 * n-grams", 2017.
 */
public final class Chrf implements Metric {

    private static final int CHARACTER_ORDER = 6;
    private static final String PUNCTUATION = "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~";

    private final int wordOrder;
    private final boolean lowercased;

    private Chrf(int wordOrder, boolean lowercased) {
        this.wordOrder = wordOrder;
        this.lowercased = lowercased;
    }

    /** Characters alone. */
    public static Chrf chrf2(boolean lowercased) {
        return new Chrf(0, lowercased);
    }

    /** Characters and words, known as chrF2++. */
    public static Chrf chrf2PlusPlus(boolean lowercased) {
        return new Chrf(2, lowercased);
    }

    @Override
    public String name() {
        return "chrF2" + "+".repeat(wordOrder);
    }

    @Override
    public ChrfScore score(List<String> hypotheses, List<String> references) {
        NgramCounts.requireSameSize(hypotheses, references);
        var statistics = newStatistics();
        for (int i = 0; i < hypotheses.size(); i++) {
            add(hypotheses.get(i), references.get(i), statistics);
        }
        return new ChrfScore(name(), statistics.score(), signature());
    }

    @Override
    public double sentenceScore(String hypothesis, String reference) {
        var statistics = newStatistics();
        add(hypothesis, reference, statistics);
        return statistics.score();
    }

    /** The settings in sacreBLEU's notation, without its version; the same for a corpus and for one segment. */
    public String signature() {
        return "nrefs:1|case:" + (lowercased ? "lc" : "mixed") + "|eff:yes|nc:" + CHARACTER_ORDER + "|nw:" + wordOrder
                + "|space:no";
    }

    private ChrfStatistics newStatistics() {
        return new ChrfStatistics(CHARACTER_ORDER, wordOrder);
    }

    private void add(String hypothesis, String reference, ChrfStatistics statistics) {
        var hypothesisWords = words(hypothesis);
        var referenceWords = words(reference);
        statistics.addCharacters(String.join("", hypothesisWords), String.join("", referenceWords));
        statistics.addWords(splitPunctuation(hypothesisWords), splitPunctuation(referenceWords));
    }

    private List<String> words(String segment) {
        return BleuTokenizer.words(lowercased ? segment.toLowerCase(Locale.ROOT) : segment);
    }

    /** Takes one mark off each word, rather from its end than from its start: "(hi)" becomes "(hi" and ")". */
    private static List<String> splitPunctuation(List<String> words) {
        var result = new ArrayList<String>();
        for (var word : words) {
            int last = word.length() - 1;
            if (last > 0 && isPunctuation(word.charAt(last))) {
                result.add(word.substring(0, last));
                result.add(word.substring(last));
            } else if (last > 0 && isPunctuation(word.charAt(0))) {
                result.add(word.substring(0, 1));
                result.add(word.substring(1));
            } else {
                result.add(word);
            }
        }
        return result;
    }

    private static boolean isPunctuation(char c) {
        return PUNCTUATION.indexOf(c) >= 0;
    }
}
