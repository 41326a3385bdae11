/**
 * The service under faults, with an account of every message. Instances, a broker and a registry are killed, stopped and taken
 * away while messages flow, and some messages must be refused.
 *
 * <p>Start reading at {@link ChaosBenchmark}, {@link ChaosPlan}.
 *
 * <p>May use {@code bench}, {@code bench.chaos.event}, {@code bench.chaos.ledger}, {@code bench.chaos.process},
 * {@code bench.chaos.scene}, {@code bench.chaos.traffic}, {@code bench.service}.
 */
package io.lingoduct.bench.chaos;
