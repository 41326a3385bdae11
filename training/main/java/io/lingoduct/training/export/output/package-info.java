/**
 * Tokens that a row may say next, and their scores. The columns of the output projection may stand for the whole vocabulary or
 * for the candidates of a batch.
 *
 * <p>Start reading at {@link io.lingoduct.training.export.output.OutputColumns}, {@link
 * io.lingoduct.training.export.output.FixedAndGatheredColumns}.
 *
 * <p>May use {@code training.export.network}, {@code training.export.onnx}, {@code training.network}.
 */
package io.lingoduct.training.export.output;
