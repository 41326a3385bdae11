package io.lingoduct.translate;

import io.lingoduct.model.Alignment;
import io.lingoduct.model.Translation;
import java.util.List;

/**
 * The hypotheses of one line.
 *
 * @param number of the line, from 0
 * @param translations the best first; none for an empty line and for one that failed
 * @param attention of the best; null where there is none or nobody asked for it
 */
public record Hypotheses(long number, List<Translation> translations, Alignment attention) {

    /** The best of them. */
    List<Translation> best(int atMost) {
        return translations.stream().limit(atMost).toList();
    }
}
