/**
 * One step of a trained network as nodes: encoder, decoder, cells, attention and readout, for any number of rows. How often a
 * step is taken, and with which tokens, is the matter of a search.
 *
 * <p>Start reading at {@link io.lingoduct.training.export.network.EncoderNodes}, {@link
 * io.lingoduct.training.export.network.DecoderNodes}.
 *
 * <p>May use {@code training.export.onnx}, {@code training.network}.
 */
package io.lingoduct.training.export.network;
