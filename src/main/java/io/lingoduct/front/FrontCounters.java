package io.lingoduct.front;

import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Counts, by name in kebab-case, what became of segments: the ways that led to their translations, and what was found on the way. */
public final class FrontCounters {

    private final Map<String, LongAdder> counts = new ConcurrentHashMap<>();

    /** Counts one more of what has this name. */
    void count(String name) {
        counts.computeIfAbsent(name, first -> new LongAdder()).increment();
    }

    /** All counts that are not zero, by name. */
    public SortedMap<String, Long> snapshot() {
        var snapshot = new TreeMap<String, Long>();
        counts.forEach((name, count) -> snapshot.put(name, count.sum()));
        return Collections.unmodifiableSortedMap(snapshot);
    }
}
