/**
 * One update of the weights. The gradient is computed on several threads, clipped, taken by Adam and followed by a moving
 * average, all on flat stretches of memory.
 *
 * <p>Start reading at {@link io.lingoduct.training.loop.optimizer.UpdateStep}, {@link io.lingoduct.training.loop.optimizer.GradientWorkers}.
 *
 * <p>May use {@code training.batch}, {@code training.loop.settings}, {@code training.network}.
 */
package io.lingoduct.training.loop.optimizer;
