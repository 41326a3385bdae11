/**
 * A trained network as one ONNX graph that does the whole translation. Its rooms build the graph from the bottom up: nodes, the
 * network's step, the output's columns, searches; here they are put together.
 *
 * <p>Start reading at {@link io.lingoduct.training.export.TranslationGraph}.
 *
 * <p>May use {@code model.graph}, {@code training.export.network}, {@code training.export.onnx},
 * {@code training.export.output}, {@code training.export.search}, {@code training.network}.
 */
package io.lingoduct.training.export;
