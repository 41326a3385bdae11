package io.lingoduct.bench.fidelity;

import io.lingoduct.bench.fidelity.FidelityFigures.FrontCount;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/** What the front has counted in each part, out of counts that only grow. */
final class FrontCounts {

    private final Supplier<Map<String, Long>> counts;
    private final List<FrontCount> parts = new ArrayList<>();

    FrontCounts(Supplier<Map<String, Long>> counts) {
        this.counts = counts;
    }

    /** Runs a part; what was counted while it ran is the part's, also where it ends before its time. */
    void during(String part, Runnable work) {
        var before = counts.get();
        try {
            work.run();
        } finally {
            var added = new TreeMap<String, Long>();
            counts.get().forEach((name, count) -> {
                long more = count - before.getOrDefault(name, 0L);
                if (more > 0) {
                    added.put(name, more);
                }
            });
            if (!added.isEmpty()) {
                parts.add(new FrontCount(part, added));
            }
        }
    }

    List<FrontCount> all() {
        return List.copyOf(parts);
    }
}
