package io.lingoduct.demo;

import io.lingoduct.observe.Printable;

/** Tells the user how to take part in a running demo with the usual Kafka clients. */
final class Invitation {

    private static final String TEXT =
            """

            Broker  %1$s
            Topics  %2$s  ->  %3$s   (untranslatable: %4$s)
            Model   %5$s %6$s

            Join in from other terminals; values are plain text.
              Lingoduct's own tools:
                ./lingoduct consume --bootstrap-servers %1$s --from %3$s
                echo 'Good evening!' | ./lingoduct produce --bootstrap-servers %1$s --to %2$s
              kcat:
                kcat -b %1$s -t %3$s -C -q
                echo 'Good evening!' | kcat -b %1$s -t %2$s -P
              Kafka's console tools:
                kafka-console-consumer.sh --bootstrap-server %1$s --topic %3$s --from-beginning --isolation-level read_committed
                echo 'Good evening!' | kafka-console-producer.sh --bootstrap-server %1$s --topic %2$s
              Python, with confluent-kafka:
                from confluent_kafka import Consumer, Producer
                producer = Producer({"bootstrap.servers": "%1$s"})
                producer.produce("%2$s", "Good evening!")
                producer.flush()
                consumer = Consumer({"bootstrap.servers": "%1$s", "group.id": "me", "auto.offset.reset": "earliest"})
                consumer.subscribe(["%3$s"])
                print(consumer.poll(30).value().decode())
            """;

    private Invitation() {}

    static String to(Demo demo) {
        var topics = demo.topics();
        var model = demo.model();
        return TEXT.formatted(
                demo.bootstrapServers(),
                topics.source(),
                topics.target(),
                topics.deadLetters(),
                Printable.line(model.name()),
                Printable.line(model.version()));
    }
}
