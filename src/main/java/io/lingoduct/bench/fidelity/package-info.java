/**
 * Fidelity of a translation: what must survive it, counted. Texts with spans, values, markup and decoration are translated as the service does, and each output is asked what came through.
 *
 * <p>Start reading at {@link FidelityBenchmark}, {@link FidelityFigures}.
 *
 * <p>May use {@code bench}, {@code bench.fidelity.check}, {@code bench.fidelity.cost}, {@code bench.fidelity.hostile},
 * {@code bench.fidelity.probe}, {@code bench.fidelity.quality}, {@code chart}, {@code engine}, {@code front}, {@code front.number},
 * {@code model}, {@code text.metrics}.
 */
package io.lingoduct.bench.fidelity;
