/**
 * What Kafka's clients say when they cannot be made or reach no broker, in the words of whoever must act: which setting, which port,
 * which folder. A client that knocks at the wrong kind of port learns nothing but that it was disconnected; the port itself is asked then.
 *
 * <p>Start at {@link io.lingoduct.kafka.ClientFaults}. Uses only what {@code config} knows of secrets.
 */
package io.lingoduct.kafka;
