package io.lingoduct.bench.fidelity.quality;

/**
 * A translation, as it was estimated and as it was.
 *
 * @param estimate 0 to 1
 * @param usable whether it was near enough to its reference
 */
public record Judgement(double estimate, boolean usable) {}
