/**
 * Searches as nodes: steps of the network, repeated in loops until all sources are done. Greedy search and beam search share
 * the loops; a forced target is a greedy search whose choice the caller makes.
 *
 * <p>Start reading at {@link io.lingoduct.training.export.search.GreedySteps}, {@link
 * io.lingoduct.training.export.search.BeamSteps}, {@link io.lingoduct.training.export.search.ShrinkingLoop}.
 *
 * <p>May use {@code export.output}, {@code export.network}, {@code export.onnx}, {@code network}, {@code vocabulary},
 * {@code model.graph}.
 */
package io.lingoduct.training.export.search;
