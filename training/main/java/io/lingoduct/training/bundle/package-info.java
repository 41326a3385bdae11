/**
 * A trained network as a bundle, and back. Graphs, vocabularies, scores and provenance are put together in a folder that is
 * moved to its place once it is whole; the weights can be read out of it again.
 *
 * <p>Start reading at {@link BundleExport}, {@link BundleWriter}, {@link TrainedBundle}.
 *
 * <p>May use {@code export}, {@code config}, {@code loop}, {@code network}, {@code batch}, {@code vocabulary},
 * {@code corpus}, {@code files}; of the application {@code model}, {@code text}, {@code config}.
 */
package io.lingoduct.training.bundle;
