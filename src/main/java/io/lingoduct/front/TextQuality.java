package io.lingoduct.front;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What is known of how good a translation is.
 *
 * @param estimate share of translations like this one that people could use, in 0…1; not a number where nothing is known
 * @param concerns what speaks against it, each by its name in kebab-case, such as {@code lost-number}
 */
public record TextQuality(double estimate, SortedSet<String> concerns) {

    /** Of a text that no model had a part in. */
    public static final TextQuality UNKNOWN = new TextQuality(Double.NaN, List.of());

    public TextQuality {
        concerns = Collections.unmodifiableSortedSet(new TreeSet<>(concerns));
    }

    public TextQuality(double estimate, Collection<String> concerns) {
        this(estimate, new TreeSet<>(concerns));
    }

    /** Quality of a text of several segments, which is worth what the worst of them is. */
    public static TextQuality of(List<TextQuality> segments) {
        if (segments.isEmpty()) {
            return UNKNOWN;
        }
        double worst = Double.NaN;
        var concerns = new TreeSet<String>();
        for (var segment : segments) {
            concerns.addAll(segment.concerns());
            if (segment.isKnown() && !(segment.estimate() >= worst)) {
                worst = segment.estimate();
            }
        }
        return concerns.isEmpty() && Double.isNaN(worst) ? UNKNOWN : new TextQuality(worst, concerns);
    }

    public boolean isKnown() {
        return !Double.isNaN(estimate);
    }
}
