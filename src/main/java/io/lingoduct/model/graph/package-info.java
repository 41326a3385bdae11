/**
 * Graph in ONNX Runtime. It is cut down to the search that is asked for, checked against the contract of inputs and outputs, and
 * run on a batch of token ids.
 *
 * <p>Start reading at {@link OnnxGraph}, {@link GraphPorts}, {@link StoredGraph}.
 *
 * <p>May use {@code model}, {@code model.bundle}.
 */
package io.lingoduct.model.graph;
