/**
 * Speed of a bundle in all its variants. Everything is measured in turns, beside the naive way and the machine's peak.
 *
 * <p>Start reading at {@link EngineBenchmark}, {@link BundleVariants}, {@link EngineFigures}.
 *
 * <p>May use {@code bench}, {@code bench.peak}, {@code bench.naive}, {@code engine}, {@code model}, {@code text},
 * {@code chart}, {@code process}, {@code observe}.
 */
package io.lingoduct.bench.engine;
