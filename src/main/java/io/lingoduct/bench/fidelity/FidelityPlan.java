package io.lingoduct.bench.fidelity;

import io.lingoduct.bench.fidelity.probe.Part;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Amounts and texts of a {@link FidelityBenchmark}. Equal plans make equal inputs.
 *
 * @param sentences with a span; half as many have a value, half as many markup, and two in five come in each guise
 * @param sources sentences of the source language for the guises, or none
 * @param references the translation of each of the sources
 * @param parts what is measured
 */
public record FidelityPlan(int sentences, List<String> sources, List<String> references, Set<Part> parts) {

    private static final int MOST_PAIRS = 400;
    private static final int FULL = 1_000;
    private static final int LARGEST_FOR_MODEL = 5_000;
    private static final int LARGEST_FOR_ECHO = 250_000;
    static final long SEED = 23;

    /** Enough for each kind of span. */
    public static final int FEWEST = 10;

    public FidelityPlan {
        if (sentences < FEWEST) {
            throw new IllegalArgumentException("at least " + FEWEST + " sentences are needed, not " + sentences);
        }
        if (sources.size() != references.size()) {
            throw new IllegalArgumentException(sources.size() + " sources, but " + references.size() + " references");
        }
        sources = List.copyOf(sources);
        references = List.copyOf(references);
        parts = Set.copyOf(parts);
    }

    /** All parts; the guises are compared with the plain sentence's own translation only. */
    public static FidelityPlan of(int sentences) {
        return new FidelityPlan(sentences, List.of(), List.of(), EnumSet.allOf(Part.class));
    }

    /** All parts; of the pairs, as many as are dressed up, spread evenly; lines with nothing on them are left out. */
    public static FidelityPlan of(int sentences, List<String> sources, List<String> references) {
        var lines = IntStream.range(0, Math.min(sources.size(), references.size()))
                .filter(line ->
                        !sources.get(line).isBlank() && !references.get(line).isBlank())
                .toArray();
        int wanted = Math.min(lines.length, dressed(sentences));
        var chosen = IntStream.range(0, wanted)
                .map(i -> lines[(int) ((long) i * lines.length / wanted)])
                .boxed()
                .toList();
        return new FidelityPlan(
                sentences,
                chosen.stream().map(sources::get).toList(),
                chosen.stream().map(references::get).toList(),
                EnumSet.allOf(Part.class));
    }

    /** The same for some of the parts. */
    public FidelityPlan of(Collection<Part> chosen) {
        return new FidelityPlan(sentences, sources, references, Set.copyOf(chosen));
    }

    boolean has(Part part) {
        return parts.contains(part);
    }

    boolean hasReferences() {
        return !sources.isEmpty();
    }

    /** How many sentences come in each guise where there are enough. */
    int dressed() {
        return dressed(sentences);
    }

    /** Rounds in which speed is measured. */
    int rounds() {
        return sentences < FULL ? 3 : 9;
    }

    /** Characters of the smaller hostile texts for the model. */
    int hostileForModel() {
        return Math.min(LARGEST_FOR_MODEL, 10 * sentences);
    }

    /** Characters of the smaller hostile texts for what stands around the model. */
    int hostileForEcho() {
        return Math.min(LARGEST_FOR_ECHO, 250 * sentences);
    }

    private static int dressed(int sentences) {
        return Math.min(MOST_PAIRS, Math.max(1, sentences * 2 / 5));
    }
}
