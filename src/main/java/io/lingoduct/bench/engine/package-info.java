/**
 * Speed of a bundle in all its variants. Everything is measured in turns, beside the naive way and the machine's peak.
 *
 * <p>Start reading at {@link EngineBenchmark}, {@link BundleVariants}, {@link EngineFigures}.
 *
 * <p>May use {@code bench}, {@code bench.naive}, {@code bench.peak}, {@code chart}, {@code model}, {@code model.bundle},
 * {@code model.runtime}, {@code model.tokenizer}, {@code observe}, {@code process}.
 */
package io.lingoduct.bench.engine;
