package io.lingoduct.service;

/** Under which subject the schema of an output topic is registered; named as Confluent's strategies are. */
public enum SubjectNaming {
    /** The topic's name with {@code -value} behind. */
    TOPIC,
    /** The full name of the record. */
    RECORD,
    /** The topic's name, a hyphen and the full name of the record. */
    TOPIC_RECORD
}
