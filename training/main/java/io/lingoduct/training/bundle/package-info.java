/**
 * A trained network as a bundle, and back. Graphs, vocabularies, scores and provenance are put together in a folder that is
 * moved to its place once it is whole; the weights can be read out of it again.
 *
 * <p>Start reading at {@link BundleExport}, {@link BundleWriter}, {@link TrainedBundle}.
 *
 * <p>May use {@code engine}, {@code model}, {@code model.bundle}, {@code model.graph}, {@code model.runtime},
 * {@code model.tokenizer}, {@code text.metrics}, {@code text.segment}, {@code training.augment}, {@code training.batch}, {@code training.config},
 * {@code training.corpus}, {@code training.export}, {@code training.export.onnx}, {@code training.files},
 * {@code training.loop}, {@code training.loop.settings}, {@code training.network}.
 */
package io.lingoduct.training.bundle;
