/**
 * Searches as nodes: steps of the network, repeated in loops until all sources are done. Greedy search and beam search share
 * the loops; a forced target is a greedy search whose choice the caller makes.
 *
 * <p>Start reading at {@link io.lingoduct.training.export.search.GreedySteps}, {@link
 * io.lingoduct.training.export.search.BeamSteps}, {@link io.lingoduct.training.export.search.ShrinkingLoop}.
 *
 * <p>May use {@code model.graph}, {@code training.export.network}, {@code training.export.onnx},
 * {@code training.export.output}.
 */
package io.lingoduct.training.export.search;
