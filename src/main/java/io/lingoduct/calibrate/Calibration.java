package io.lingoduct.calibrate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * How well estimates agree with what people could use.
 *
 * @param samples number of translations
 * @param usable share of them that people could use
 * @param auc area under the ROC curve: how often a usable translation has the higher estimate of two, one usable and one not; not a
 *     number where all are usable or none is
 * @param brier mean square of the difference between estimate and outcome
 * @param bins translations of about the same estimate, from the lowest on
 */
public record Calibration(int samples, double usable, double auc, double brier, List<Bin> bins) {

    private static final int BINS = 10;

    /**
     * @param estimate the mean of the translations in it
     * @param usable share of them that people could use
     */
    public record Bin(int samples, double estimate, double usable) {}

    /** @param estimates one for each outcome, whether a translation is usable */
    static Calibration of(List<Double> estimates, List<Boolean> outcomes) {
        int n = estimates.size();
        var order = IntStream.range(0, n)
                .boxed()
                .sorted(Comparator.comparing(estimates::get))
                .toList();
        double brier = 0;
        for (int i = 0; i < n; i++) {
            double error = estimates.get(i) - (outcomes.get(i) ? 1 : 0);
            brier += error * error / n;
        }
        var bins = new ArrayList<Bin>();
        for (int bin = 0; bin < BINS; bin++) {
            var part = order.subList(n * bin / BINS, n * (bin + 1) / BINS);
            if (!part.isEmpty()) {
                bins.add(new Bin(
                        part.size(),
                        part.stream().mapToDouble(estimates::get).average().orElseThrow(),
                        share(part.stream().map(outcomes::get).toList())));
            }
        }
        return new Calibration(n, share(outcomes), auc(order, estimates, outcomes), brier, List.copyOf(bins));
    }

    private static double share(List<Boolean> outcomes) {
        return (double) outcomes.stream().filter(usable -> usable).count() / outcomes.size();
    }

    /** Of two with the same estimate each wins half. */
    private static double auc(List<Integer> order, List<Double> estimates, List<Boolean> outcomes) {
        double below = 0;
        double wins = 0;
        long good = 0;
        for (int start = 0; start < order.size(); ) {
            int end = start;
            long goodHere = 0;
            while (end < order.size() && estimates.get(order.get(end)).equals(estimates.get(order.get(start)))) {
                goodHere += outcomes.get(order.get(end)) ? 1 : 0;
                end++;
            }
            long badHere = end - start - goodHere;
            wins += goodHere * (below + badHere / 2.0);
            below += badHere;
            good += goodHere;
            start = end;
        }
        return good == 0 || below == 0 ? Double.NaN : wins / (good * below);
    }
}
