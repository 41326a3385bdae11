/**
 * One update of the weights. The gradient is computed on several threads, clipped, taken by Adam and followed by a moving
 * average, all on flat stretches of memory.
 *
 * <p>Start reading at {@link io.lingoduct.training.loop.optimizer.UpdateStep}, {@link io.lingoduct.training.loop.optimizer.GradientWorkers}.
 *
 * <p>May use {@code loop.settings}, {@code network}, {@code batch}, {@code vocabulary}.
 */
package io.lingoduct.training.loop.optimizer;
