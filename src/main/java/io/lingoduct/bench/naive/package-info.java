/**
 * The naive way to translate, which the benchmark of the engine compares with. A bundle's graph is taken apart into an encoder
 * and a single step of the decoder, and the search runs in Java.
 *
 * <p>Start reading at {@link NaiveTranslator}, {@link StepGraphs}.
 *
 * <p>May use {@code model}, {@code model.bundle}, {@code model.graph}, {@code model.tokenizer}, {@code text.segment}.
 */
package io.lingoduct.bench.naive;
