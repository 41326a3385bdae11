/**
 * Speed and memory of training. Steps are measured in turns with bare matrix products on the same machine, and memory over
 * thousands of steps of ever other shapes.
 *
 * <p>Start reading at {@link SpeedBenchmark}, {@link MemoryBenchmark}.
 *
 * <p>May use {@code loop}, {@code network}, {@code batch}, {@code vocabulary}; of the application {@code bench},
 * {@code process}.
 */
package io.lingoduct.training.bench;
