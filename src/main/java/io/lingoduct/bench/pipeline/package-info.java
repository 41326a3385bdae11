/**
 * Speed of the service with a broker, in processes of their own, beside the bare engine. Throughput and latency for each
 * guarantee, and the way it scales.
 *
 * <p>Start reading at {@link PipelineBenchmark}, {@link Pipeline}.
 *
 * <p>May use {@code bench}, {@code bench.service}, {@code chart}, {@code demo}, {@code engine}, {@code model},
 * {@code model.bundle}, {@code model.runtime}.
 */
package io.lingoduct.bench.pipeline;
