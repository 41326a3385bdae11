/**
 * A trained network as a bundle, and back: graphs, vocabularies, scores and provenance are put together in a folder that is
 * moved to its place once it is whole, and the weights can be read out of it again.
 *
 * <p>Start at {@link io.lingoduct.training.bundle.BundleExport}, then {@link io.lingoduct.training.bundle.BundleWriter}; for
 * the way back at {@link io.lingoduct.training.bundle.TrainedBundle}.
 *
 * <p>May import {@code export} (the graphs), {@code network}, {@code batch}, {@code vocabulary}, {@code corpus}, {@code loop}
 * (how a run came out, the display), {@code config} and {@code files}; of the application {@code model}, {@code text} and
 * {@code config}.
 */
package io.lingoduct.training.bundle;
