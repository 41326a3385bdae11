/**
 * The best that this machine could do. The rate of matrix products alone, and the operations that translating a sentence needs.
 *
 * <p>Start reading at {@link GemmPeak}, {@link TranslationOps}.
 *
 * <p>May use {@code model.bundle}, {@code model.graph}.
 */
package io.lingoduct.bench.peak;
