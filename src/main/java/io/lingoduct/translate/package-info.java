/**
 * Lines in, translations out, in order. Lines are read, submitted to the engine and written when they are done, as plain
 * translations or as lists of hypotheses.
 *
 * <p>Start reading at {@link LineTranslation}, {@link PlainLines}, {@link HypothesisLines}.
 *
 * <p>May use {@code engine}, {@code model}, {@code observe}, {@code text.lines}, {@code text.metrics}.
 */
package io.lingoduct.translate;
