/**
 * Training from the first update to the last: updates, validations, checkpoints, and the way back after a divergence.
 *
 * <p>Start reading at {@link io.lingoduct.training.loop.Trainer}, {@link io.lingoduct.training.loop.TrainingLoop}.
 *
 * <p>May use {@code training.batch}, {@code training.loop.checkpoint}, {@code training.loop.optimizer},
 * {@code training.loop.progress}, {@code training.loop.settings}, {@code training.loop.validation}, {@code training.network},
 * {@code training.report}.
 */
package io.lingoduct.training.loop;
