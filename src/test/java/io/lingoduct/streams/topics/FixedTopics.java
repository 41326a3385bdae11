package io.lingoduct.streams.topics;

/** Topics that are all alike. */
public record FixedTopics(int partitions, TopicLimits limits) implements TopicBook {

    public FixedTopics(int partitions, int maxMessageBytes) {
        this(partitions, new TopicLimits(maxMessageBytes, false, Long.MAX_VALUE, Long.MAX_VALUE));
    }

    @Override
    public int partitions(String topic) {
        return partitions;
    }

    @Override
    public TopicLimits limits(String topic) {
        return limits;
    }

    @Override
    public TopicLimits limitsAnew(String topic) {
        return limits;
    }

    @Override
    public void forget(String topic) {
        // what is known is given
    }
}
