package io.lingoduct.streams.topics;

import java.util.Optional;
import java.util.function.Function;

/** Facts of topics, for those who send to them while messages flow. */
public interface TopicBook {

    /** @throws io.lingoduct.streams.fault.MissingTopicException if the topic does not exist and must not be created */
    int partitions(String topic);

    /** Limits of the topic's records; {@code maxMessageBytes} is also within what the producer can send. */
    TopicLimits limits(String topic);

    /** Looks a topic up again, unless that has just been done: somebody may have changed its settings. */
    TopicLimits limitsAnew(String topic);

    /** Forgets what is known of a topic: it has refused something, and somebody may have changed its settings. */
    void forget(String topic);

    /** Fault that a check finds in a record for a topic; a fault counts only if fresh limits show it, too. */
    default Optional<RuntimeException> fault(String topic, Function<TopicLimits, Optional<RuntimeException>> check) {
        return check.apply(limits(topic)).isEmpty() ? Optional.empty() : check.apply(limitsAnew(topic));
    }
}
