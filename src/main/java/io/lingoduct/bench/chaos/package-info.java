/**
 * The service under faults: instances, a broker and a registry in processes that are killed, stopped and taken away while
 * messages flow, with an account of every message.
 *
 * <p>Start at {@link io.lingoduct.bench.chaos.ChaosBenchmark}, whose head comment says how it counts, and
 * {@link io.lingoduct.bench.chaos.ledger.Ledger}, which counts. What may happen is listed in {@link
 * io.lingoduct.bench.chaos.event.ChaosEvent}; a new event is a constant there and a method of {@link
 * io.lingoduct.bench.chaos.event.InstanceEvents}, {@link io.lingoduct.bench.chaos.event.OutageEvents} or {@link
 * io.lingoduct.bench.chaos.event.MessageEvents}.
 *
 * <p>May import {@code bench} (its watch), {@code demo} (the broker), {@code process}, and of {@code streams} the names of dead
 * letters' headers. The service itself is given by its main class.
 */
package io.lingoduct.bench.chaos;
