/**
 * Progress of a run as plain values. A run that is resumed goes on from them as if it had never stopped.
 *
 * <p>Start reading at {@link io.lingoduct.training.loop.progress.Progress}.
 *
 * <p>May use {@code training.loop.optimizer}, {@code training.loop.settings}, {@code training.loop.validation}.
 */
package io.lingoduct.training.loop.progress;
