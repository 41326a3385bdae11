/**
 * The best that this machine could do. The rate of matrix products alone, and the operations that translating a sentence needs.
 *
 * <p>Start reading at {@link GemmPeak}, {@link TranslationOps}.
 *
 * <p>May use {@code bench}, {@code model}.
 */
package io.lingoduct.bench.peak;
