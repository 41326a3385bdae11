/**
 * The same model trained with each recurrent cell. Its scores, its speeds, the reach of its gradient and a copy task tell
 * which cell to choose, on a page with charts.
 *
 * <p>Start reading at {@link CellComparison}, {@link CopyTask}, {@link Advice}.
 *
 * <p>May use {@code chart}, {@code model}, {@code model.bundle}, {@code model.graph}, {@code model.tokenizer},
 * {@code text.segment}, {@code training.batch}, {@code training.config}, {@code training.corpus}, {@code training.files},
 * {@code training.loop}, {@code training.loop.settings}, {@code training.loop.validation}, {@code training.network},
 * {@code training.report}, {@code training.run}.
 */
package io.lingoduct.training.compare;
