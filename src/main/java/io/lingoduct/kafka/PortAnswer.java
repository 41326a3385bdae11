package io.lingoduct.kafka;

import java.util.List;

/**
 * What a port says to somebody who knows nothing of it.
 *
 * @param mechanisms the SASL mechanisms that it offers for the login that it demands; empty where it demands none, or where
 *     {@code kind} is not {@link Kind#KAFKA}
 */
record PortAnswer(Kind kind, boolean tls, List<String> mechanisms) {

    /** Who listens. */
    enum Kind {
        /** Nobody, or nobody that can be reached. */
        CLOSED,
        /** Somebody who takes connections and answers nothing that can be understood before it is shown a certificate, if at all. */
        SILENT,
        /** Somebody who answers something else than a Kafka broker would. */
        STRANGER,
        /** A Kafka broker. */
        KAFKA
    }

    static PortAnswer of(Kind kind, boolean tls) {
        return new PortAnswer(kind, tls, List.of());
    }
}
