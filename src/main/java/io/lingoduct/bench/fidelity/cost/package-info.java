/**
 * What the front of a model costs. Plain sentences are translated with and without it, in turns.
 *
 * <p>Start reading at {@link FrontCost}.
 *
 * <p>May use {@code bench}, {@code engine}, {@code process}.
 */
package io.lingoduct.bench.fidelity.cost;
