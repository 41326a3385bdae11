/**
 * Events that may happen to the service. A new one is a constant of {@link ChaosEvent} and a method of the class for its kind:
 * instances, outages or messages.
 *
 * <p>Start reading at {@link ChaosEvent}, {@link InstanceEvents}.
 *
 * <p>May use {@code bench.chaos.ledger}, {@code bench.chaos.process}, {@code bench.chaos.scene}, {@code bench.chaos.traffic}.
 */
package io.lingoduct.bench.chaos.event;
