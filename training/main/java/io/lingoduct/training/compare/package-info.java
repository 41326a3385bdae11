/**
 * The same model trained with each recurrent cell. Its scores, its speeds, the reach of its gradient and a copy task tell
 * which cell to choose, on a page with charts.
 *
 * <p>Start reading at {@link CellComparison}, {@link CopyTask}, {@link Advice}.
 *
 * <p>May use {@code run}, {@code report}, {@code config}, {@code loop}, {@code network}, {@code batch}, {@code vocabulary},
 * {@code corpus}, {@code files}; of the application {@code chart}, {@code model}, {@code text}.
 */
package io.lingoduct.training.compare;
