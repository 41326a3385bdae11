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

    /** For a client that could not be made: the reason stands in the deepest cause. */
    static KafkaToolException ofSetting(KafkaException fault) {
        return new KafkaToolException(
                "Kafka refuses a setting: " + deepest(fault).getMessage(), fault);
    }

    static Throwable deepest(Throwable fault) {
        return fault.getCause() == null ? fault : deepest(fault.getCause());
    }
}
