/**
 * Training from the first update to the last: updates, validations, checkpoints, and the way back after a divergence.
 *
 * <p>Start reading at {@link io.lingoduct.training.loop.Trainer}, {@link io.lingoduct.training.loop.TrainingLoop}.
 *
 * <p>May use {@code loop.checkpoint}, {@code loop.progress}, {@code loop.validation}, {@code loop.optimizer},
 * {@code loop.settings}, {@code network}, {@code batch}, {@code report}.
 */
package io.lingoduct.training.loop;
