/**
 * The network on libtorch: recurrent encoder and decoder of any cell, attention, and the output projection. Greedy search with
 * it validates a run and is the yardstick of the exported graph.
 *
 * <p>Start reading at {@link io.lingoduct.training.network.Seq2Seq}, {@link
 * io.lingoduct.training.network.RecurrentLayer}, {@link io.lingoduct.training.network.NetworkConfig}.
 *
 * <p>May use {@code model.bundle}, {@code training.batch}.
 */
package io.lingoduct.training.network;
