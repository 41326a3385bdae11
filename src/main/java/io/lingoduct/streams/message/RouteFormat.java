package io.lingoduct.streams.message;

import io.lingoduct.serde.MessageFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/** The format of a route's messages, which may depend on the topic that they are written to. */
public interface RouteFormat {

    /** Reads any message of the route. */
    MessageFormat reader();

    /** Reads messages and writes them for a topic; the same object for the same topic. */
    MessageFormat to(String outputTopic);

    /** One that is the same for all topics. */
    static RouteFormat same(MessageFormat format) {
        return new RouteFormat() {

            @Override
            public MessageFormat reader() {
                return format;
            }

            @Override
            public MessageFormat to(String outputTopic) {
                return format;
            }
        };
    }

    /**
     * One for each topic, made when its first message comes.
     *
     * @param formats makes the format for an output topic
     */
    static RouteFormat byTopic(MessageFormat reader, Function<String, MessageFormat> formats) {
        Map<String, MessageFormat> made = new ConcurrentHashMap<>();
        return new RouteFormat() {

            @Override
            public MessageFormat reader() {
                return reader;
            }

            @Override
            public MessageFormat to(String outputTopic) {
                return made.computeIfAbsent(outputTopic, formats);
            }
        };
    }
}
