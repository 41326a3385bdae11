/**
 * Nodes of ONNX, and how they compute: graphs, weights, products in float32 or on 8-bit integers, the state of loops. Nothing
 * here knows of translation.
 *
 * <p>Start reading at {@link io.lingoduct.training.export.onnx.GraphBuilder}, {@link
 * io.lingoduct.training.export.onnx.ProductNodes}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.training.export.onnx;
