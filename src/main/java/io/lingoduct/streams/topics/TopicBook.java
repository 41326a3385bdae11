package io.lingoduct.streams.topics;

import java.util.Optional;
import java.util.function.Function;

/** What is to be known of topics while messages flow. */
public interface TopicBook {

    /** @throws MissingTopicException if the topic does not exist and must not be created */
    int partitions(String topic);

    /** What the topic takes; {@code maxMessageBytes} is also within what the producer can send. */
    TopicLimits limits(String topic);

    /** Looks a topic up again, unless that has just been done: somebody may have changed its settings. */
    TopicLimits limitsAnew(String topic);

    /** Forgets what is known of a topic: it has refused something, and somebody may have changed its settings. */
    void forget(String topic);

    /** What is wrong with a record for a topic, asked again of fresh limits before it is taken for granted. */
    default Optional<RuntimeException> fault(String topic, Function<TopicLimits, Optional<RuntimeException>> check) {
        return check.apply(limits(topic)).isEmpty() ? Optional.empty() : check.apply(limitsAnew(topic));
    }
}
