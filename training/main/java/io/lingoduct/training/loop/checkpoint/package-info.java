/**
 * Checkpoints in the folder of a run. Each is whole or not there, whatever happens while it is written.
 *
 * <p>Start reading at {@link io.lingoduct.training.loop.checkpoint.CheckpointStore}, {@link io.lingoduct.training.loop.checkpoint.Checkpoint}.
 *
 * <p>May use {@code loop.progress}, {@code loop.validation}, {@code loop.optimizer}, {@code network}, {@code files}.
 */
package io.lingoduct.training.loop.checkpoint;
