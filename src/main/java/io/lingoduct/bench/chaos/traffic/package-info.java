/**
 * Messages of a run: their topics and formats, the registry of their schemas, and the sender. Each message is entered into the
 * ledger before it is sent.
 *
 * <p>Start reading at {@link Sender}, {@link Payloads}, {@link ChaosRoute}.
 *
 * <p>May use {@code bench.chaos.ledger}, {@code streams.topics}.
 */
package io.lingoduct.bench.chaos.traffic;
