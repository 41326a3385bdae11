/**
 * Texts that are made up to be translated. Sentences with spans, values or markup carry the questions that their translations are asked; a sentence of the user's comes in several guises. What is a text or a key to one stands in files beside the classes.
 *
 * <p>Start reading at {@link Probe}, {@link SpanProbes}, {@link Guise}.
 *
 * <p>May use {@code bench.fidelity.check}, {@code front}, {@code front.markup}, {@code front.number}, {@code front.span}.
 */
package io.lingoduct.bench.fidelity.probe;
