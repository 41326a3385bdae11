/**
 * Tools that the benchmarks share: progress, the wish to stop, medians and percentiles, made-up sentences. Each benchmark has a room of its own and uses no other benchmark.
 *
 * <p>Start reading at {@link Watch}, {@link Sentences}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.bench;
