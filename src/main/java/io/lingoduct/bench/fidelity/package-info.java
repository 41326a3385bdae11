/**
 * Fidelity of a translation: what must survive it, counted. Texts with spans, values, markup and decoration are translated as the service does, and each output is asked what came through.
 *
 * <p>Start reading at {@link FidelityBenchmark}, {@link FidelityFigures}.
 *
 * <p>May use {@code bench}, {@code bench.fidelity.check}, {@code bench.fidelity.probe}, {@code chart}, {@code engine}, {@code model},
 * {@code text.metrics}.
 */
package io.lingoduct.bench.fidelity;
