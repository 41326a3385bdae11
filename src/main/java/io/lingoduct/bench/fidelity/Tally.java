package io.lingoduct.bench.fidelity;

import io.lingoduct.bench.fidelity.FidelityFigures.Junk;
import io.lingoduct.bench.fidelity.FidelityFigures.Kept;
import io.lingoduct.bench.fidelity.FidelityFigures.Miss;
import io.lingoduct.bench.fidelity.check.OutputJunk;
import io.lingoduct.bench.fidelity.probe.Probe;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Counts of what came through and of junk. Not for several threads. */
final class Tally {

    static final String ALL = "all";

    private static final int MISSES = 5;

    private final Map<String, Map<String, Count>> parts = new LinkedHashMap<>();
    private final Map<OutputJunk, Count> junk = new EnumMap<>(OutputJunk.class);
    private final Count clean = new Count();

    Tally() {
        Arrays.stream(OutputJunk.values()).forEach(sign -> junk.put(sign, new Count()));
    }

    /** Asks an output all questions of its probe. */
    void add(Probe probe, String output) {
        for (var question : probe.questions()) {
            var rows = parts.computeIfAbsent(question.part(), part -> new LinkedHashMap<>());
            rows.computeIfAbsent(question.row(), row -> new Count())
                    .add(question.kept().test(output), probe.source(), output);
        }
    }

    /** Looks for junk in an output. */
    void addOutput(String source, String output) {
        var signs = OutputJunk.of(source, output);
        junk.forEach((sign, count) -> count.add(!signs.contains(sign), source, output));
        clean.add(signs.isEmpty(), source, output);
    }

    /** Outputs in which junk was looked for. */
    long outputs() {
        return clean.of;
    }

    /** Row by row, and the sum of a part behind its rows. */
    List<Kept> kept() {
        var result = new ArrayList<Kept>();
        parts.forEach((part, rows) -> {
            rows.forEach(
                    (row, count) -> result.add(new Kept(part, row, count.kept, count.of, List.copyOf(count.misses))));
            long kept = rows.values().stream().mapToLong(count -> count.kept).sum();
            long of = rows.values().stream().mapToLong(count -> count.of).sum();
            result.add(new Kept(part, ALL, kept, of, List.of()));
        });
        return result;
    }

    List<Junk> junk() {
        return junk.entrySet().stream()
                .map(entry -> entry.getValue().asJunk(entry.getKey().label()))
                .toList();
    }

    Junk junkTexts() {
        return clean.asJunk(ALL);
    }

    private static final class Count {

        private final List<Miss> misses = new ArrayList<>();
        private long kept;
        private long of;

        void add(boolean isKept, String source, String output) {
            of++;
            if (isKept) {
                kept++;
            } else if (misses.size() < MISSES) {
                misses.add(new Miss(source, output));
            }
        }

        Junk asJunk(String sign) {
            return new Junk(sign, of - kept, List.copyOf(misses));
        }
    }
}
