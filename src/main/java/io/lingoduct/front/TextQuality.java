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

    public boolean isKnown() {
        return !Double.isNaN(estimate);
    }
}
