package io.lingoduct.streams;

/** What is to be known of topics while messages flow. */
interface TopicBook {

    int partitions(String topic);

    /** Largest record, key and headers included, that can be written to the topic. */
    int maxRecordBytes(String topic);
}
