/**
 * Settings of a training run. The other rooms of the loop each read a part of them.
 *
 * <p>Start reading at {@link io.lingoduct.training.loop.settings.TrainingConfig}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.training.loop.settings;
