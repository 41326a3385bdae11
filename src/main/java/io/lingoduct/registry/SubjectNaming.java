package io.lingoduct.registry;

/** The subject under which the schema of a topic's values stands in the registry, with the names that Confluent gave. */
public enum SubjectNaming {
    /** {@code TopicNameStrategy}: the topic and {@code -value}; all values of a topic share the evolution of one schema. */
    TOPIC {
        @Override
        public String valueSubject(String topic, String schemaName) {
            return topic + "-value";
        }
    },
    /** {@code RecordNameStrategy}: the full name of the record; one schema serves all topics. */
    RECORD {
        @Override
        public String valueSubject(String topic, String schemaName) {
            return schemaName;
        }
    },
    /** {@code TopicRecordNameStrategy}: the topic, {@code -} and the full name of the record. */
    TOPIC_RECORD {
        @Override
        public String valueSubject(String topic, String schemaName) {
            return topic + "-" + schemaName;
        }
    };

    /**
     * @param topic name of the Kafka topic
     * @param schemaName full name of the value's schema: name space and name
     */
    public abstract String valueSubject(String topic, String schemaName);
}
