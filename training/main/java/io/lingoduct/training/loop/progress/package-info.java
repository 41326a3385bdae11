/**
 * Progress of a run as plain values. A run that is resumed goes on from them as if it had never stopped.
 *
 * <p>Start reading at {@link io.lingoduct.training.loop.progress.Progress}.
 *
 * <p>May use {@code loop.validation}, {@code loop.optimizer}, {@code loop.settings}.
 */
package io.lingoduct.training.loop.progress;
