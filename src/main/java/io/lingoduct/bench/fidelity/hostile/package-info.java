/**
 * Texts that are written to do harm, or that nobody meant to send. What comes out of each, and how long it takes at two sizes, with the
 * model and with an echo in its place.
 *
 * <p>Start reading at {@link HostileTexts}, {@link HostileRun}.
 *
 * <p>May use {@code bench}, {@code engine}, {@code front}, {@code front.markup}, {@code front.number}, {@code front.span}, {@code model},
 * {@code process}.
 */
package io.lingoduct.bench.fidelity.hostile;
