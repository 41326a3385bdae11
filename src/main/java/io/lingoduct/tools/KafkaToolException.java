package io.lingoduct.tools;

import org.apache.kafka.common.KafkaException;

/** Something that the user of a command can mend; the message says what, and which setting or input to change. */
public final class KafkaToolException extends RuntimeException {

    public KafkaToolException(String message) {
        super(message);
    }

    public KafkaToolException(String message, Throwable cause) {
        super(message, cause);
    }

    /** For a client that could not be made. */
    static KafkaToolException ofSetting(KafkaException fault, ClientSettings settings) {
        return new KafkaToolException(
                settings.faults()
                        .explain(fault)
                        .orElseGet(() ->
                                "Kafka refuses a setting: " + deepest(fault).getMessage()),
                fault);
    }

    static Throwable deepest(Throwable fault) {
        return fault.getCause() == null ? fault : deepest(fault.getCause());
    }
}
