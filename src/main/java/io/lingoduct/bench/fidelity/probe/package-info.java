/**
 * Texts that are made up to be translated. Sentences with spans, values or markup carry the questions that their translations are asked; a sentence of the user's comes in several guises.
 *
 * <p>Start reading at {@link Probe}, {@link SpanProbes}, {@link Guise}.
 *
 * <p>May use {@code bench.fidelity.check}.
 */
package io.lingoduct.bench.fidelity.probe;
