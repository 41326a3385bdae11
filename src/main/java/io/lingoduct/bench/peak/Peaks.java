package io.lingoduct.bench.peak;

/**
 * Rates that one thread of this machine reaches in matrix products, see {@link GemmPeak}.
 *
 * @param f32Gflops 10⁹ operations a second in float32
 * @param int8Gops 10⁹ operations a second in 8-bit integers
 */
public record Peaks(double f32Gflops, double int8Gops) {}
