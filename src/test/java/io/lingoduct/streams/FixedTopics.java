package io.lingoduct.streams;

/** Topics that are all alike. */
record FixedTopics(int partitions, int maxRecordBytes) implements TopicBook {

    @Override
    public int partitions(String topic) {
        return partitions;
    }

    @Override
    public int maxRecordBytes(String topic) {
        return maxRecordBytes;
    }
}
