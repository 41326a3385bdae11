/**
 * Scores on the dev set, and what a series of them shows. They tell which weights are the best, whether the rate should fall
 * and whether the run should end.
 *
 * <p>Start reading at {@link io.lingoduct.training.loop.validation.Validation}, {@link io.lingoduct.training.loop.validation.DevHistory}.
 *
 * <p>May use {@code model.tokenizer}, {@code text.metrics}, {@code training.batch}, {@code training.corpus},
 * {@code training.loop.settings}, {@code training.network}.
 */
package io.lingoduct.training.loop.validation;
