/**
 * Checkpoints in the folder of a run. Each is whole or not there, whatever happens while it is written.
 *
 * <p>Start reading at {@link io.lingoduct.training.loop.checkpoint.CheckpointStore}, {@link io.lingoduct.training.loop.checkpoint.Checkpoint}.
 *
 * <p>May use {@code training.files}, {@code training.loop.optimizer}, {@code training.loop.progress},
 * {@code training.loop.validation}, {@code training.network}.
 */
package io.lingoduct.training.loop.checkpoint;
