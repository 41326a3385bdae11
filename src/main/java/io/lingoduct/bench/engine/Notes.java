package io.lingoduct.bench.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What the reader of the figures should know, a sentence each. */
record Notes(EnginePlan plan, BundleVariants variants, Workload workload) {

    List<String> all() {
        var notes = new ArrayList<String>();
        variants.naiveObstacle().ifPresent(reason -> notes.add("No naive variant: " + reason + "."));
        if (variants.bundle().manifest().architecture() == null) {
            notes.add("No share of the peak: the manifest does not say how the network is built.");
        }
        if (workload.tooLong() > 0) {
            notes.add(String.format(
                    Locale.ROOT, "Left out as longer than the model takes: %,d sentences.", workload.tooLong()));
        }
        if (!plan.whole()) {
            notes.add("Variants of batch 1 or with a beam translate a sample of the sentences, spread evenly over their"
                    + " lengths.");
        }
        return notes;
    }
}
