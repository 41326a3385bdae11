/**
 * Memory of the engine over hours. Sentences of all lengths are translated while native memory and heap are watched.
 *
 * <p>Start reading at {@link SoakBenchmark}, {@link SoakFigures}.
 *
 * <p>May use {@code bench}, {@code chart}, {@code engine}, {@code model}, {@code process}.
 */
package io.lingoduct.bench.soak;
