package io.lingoduct.config.names;

import java.util.Collection;
import java.util.Comparator;
import java.util.Locale;
import java.util.Optional;

/** Finds the name that was meant by a misspelt one. */
public final class NearestName {

    private static final int LETTERS_PER_SLIP = 6;
    private static final int MAX_SLIPS = 3;

    private NearestName() {}

    /**
     * The nearest of some names, if it is near: at most one letter in six wrong, missing, too many or swapped with the next, at
     * least one and at most three. Case, dots, hyphens and underscores do not count. Of names that are equally near, the first
     * in the alphabet.
     */
    public static Optional<String> of(String misspelt, Collection<String> names) {
        var letters = letters(misspelt);
        int limit = Math.min(Math.max(letters.length() / LETTERS_PER_SLIP, 1), MAX_SLIPS);
        record Candidate(String name, int slips) {}
        return names.stream()
                .filter(name -> Math.abs(name.length() - misspelt.length()) <= 2 * limit + MAX_SLIPS)
                .map(name -> new Candidate(name, slips(letters, letters(name))))
                .filter(candidate -> candidate.slips() <= limit)
                .min(Comparator.comparingInt(Candidate::slips).thenComparing(Candidate::name))
                .map(Candidate::name);
    }

    private static String letters(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[._-]", "");
    }

    /** Optimal string alignment: Levenshtein's distance in which two neighbours that have changed places are one slip. */
    static int slips(String a, String b) {
        var beforeLast = new int[b.length() + 1];
        var last = new int[b.length() + 1];
        var row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(changed, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            var free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
