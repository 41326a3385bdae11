/**
 * Speed and memory of training. Steps are measured in turns with bare matrix products on the same machine, and memory over
 * thousands of steps of ever other shapes.
 *
 * <p>Start reading at {@link SpeedBenchmark}, {@link MemoryBenchmark}.
 *
 * <p>May use {@code bench}, {@code bench.peak}, {@code process}, {@code training.batch}, {@code training.loop.optimizer},
 * {@code training.loop.settings}, {@code training.network}.
 */
package io.lingoduct.training.bench;
