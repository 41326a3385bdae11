/**
 * Faults of Kafka's clients in the words of whoever must act: which setting, which port, which folder. A client that knocks
 * at the wrong kind of port learns nothing but that it was disconnected; the port itself is asked then.
 *
 * <p>Start reading at {@link ClientFaults}, {@link PortProbe}.
 *
 * <p>May use {@code config}.
 */
package io.lingoduct.kafka;
