package io.lingoduct.bench.fidelity.quality;

import java.util.Comparator;
import java.util.List;

/**
 * Area under the curve of the receiver operating characteristic: how often a usable translation has a higher estimate than one that is
 * not, where equal ones count as half; 0.5 is chance.
 */
public final class RocArea {

    private RocArea() {}

    /** Not a number where all translations are usable, or none. */
    public static double of(List<Judgement> judgements) {
        var sorted = judgements.stream()
                .sorted(Comparator.comparingDouble(Judgement::estimate))
                .toList();
        double pairs = 0;
        long worse = 0;
        long usable = 0;
        int start = 0;
        while (start < sorted.size()) {
            int end = start;
            long usableHere = 0;
            while (end < sorted.size()
                    && sorted.get(end).estimate() == sorted.get(start).estimate()) {
                usableHere += sorted.get(end++).usable() ? 1 : 0;
            }
            long worseHere = end - start - usableHere;
            pairs += usableHere * (worse + worseHere / 2.0);
            worse += worseHere;
            usable += usableHere;
            start = end;
        }
        return pairs / ((double) usable * worse);
    }
}
