/**
 * Scores of translations against references: BLEU and chrF, as sacreBLEU computes them.
 *
 * <p>Start reading at {@link Metric}, {@link Bleu}, {@link Chrf}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.text.metrics;
