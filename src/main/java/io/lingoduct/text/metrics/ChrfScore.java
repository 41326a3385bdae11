package io.lingoduct.text.metrics;

import java.util.Locale;

/**
 * The chrF of a corpus.
 *
 * @param name {@code chrF2}, with a plus for each order of words
 * @param value 0 to 100
 * @param signature the settings in sacreBLEU's notation
 */
public record ChrfScore(String name, double value, String signature) implements CorpusScore {

    /** As sacreBLEU prints it: {@code chrF2|settings = 59.27}. */
    @Override
    public String toString() {
        return String.format(Locale.ROOT, "%s|%s = %.2f", name, signature, value);
    }
}
