package io.lingoduct.config.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.StreamsConfig;

/**
 * Names of the settings of Kafka Streams and its clients, as these declare them. Kafka itself takes any name and ignores what
 * it does not know, since plug-ins read settings of their own: a reporter of metrics, a login callback. So a name that is
 * like none of Kafka's passes, and one that is nearly one of Kafka's is a slip.
 */
public final class KafkaNames {

    /** One client, or the topics that Kafka Streams makes. */
    private record Owner(String title, List<String> prefixes, Set<String> names) {}

    private static final List<Owner> OWNERS = List.of(
            new Owner(
                    "the consumer",
                    List.of(
                            StreamsConfig.MAIN_CONSUMER_PREFIX,
                            StreamsConfig.CONSUMER_PREFIX,
                            StreamsConfig.RESTORE_CONSUMER_PREFIX,
                            StreamsConfig.GLOBAL_CONSUMER_PREFIX),
                    ConsumerConfig.configNames()),
            new Owner("the producer", List.of(StreamsConfig.PRODUCER_PREFIX), ProducerConfig.configNames()),
            new Owner("the admin client", List.of(StreamsConfig.ADMIN_CLIENT_PREFIX), AdminClientConfig.configNames()),
            new Owner("topics", List.of(StreamsConfig.TOPIC_PREFIX), TopicNames.ALL));

    /** Names without a prefix, which all clients receive. */
    private static final Set<String> PLAIN = plain();

    private static final Set<String> ALL = all();

    private KafkaNames() {}

    /**
     * The reason why a name cannot be meant as it stands: it is nearly that of a setting, or that of a setting which the client of its
     * prefix has not. Empty where nothing speaks against it.
     */
    public static Optional<String> fault(String name) {
        return ALL.contains(name) ? Optional.empty() : ofOtherClient(name).or(() -> misspelt(name));
    }

    /** Every name that is known, with every prefix that it may have. */
    static Set<String> known() {
        return ALL;
    }

    private static Optional<String> ofOtherClient(String name) {
        for (var owner : OWNERS) {
            for (var prefix : owner.prefixes()) {
                var plain = name.startsWith(prefix) ? name.substring(prefix.length()) : "";
                if (PLAIN.contains(plain) || TopicNames.ALL.contains(plain)) {
                    return Optional.of("no setting of " + owner.title() + ", which is whom " + prefix + " means; "
                            + plain + " is one of " + ownersOf(plain));
                }
            }
        }
        return TopicNames.ALL.contains(name)
                ? Optional.of("no setting of a client but of a topic: set it where the topic is made")
                : Optional.empty();
    }

    private static String ownersOf(String plain) {
        var owners = OWNERS.stream()
                .filter(owner -> owner.names().contains(plain))
                .map(Owner::title)
                .collect(Collectors.joining(" and "));
        return owners.isEmpty() ? "Kafka Streams, without a prefix" : owners;
    }

    private static Optional<String> misspelt(String name) {
        return NearestName.of(name, ALL).map(nearest -> "Kafka has no such setting; " + nearest + " is one");
    }

    private static Set<String> plain() {
        var names = new TreeSet<>(StreamsConfig.configDef().names());
        names.addAll(ConsumerConfig.configNames());
        names.addAll(ProducerConfig.configNames());
        names.addAll(AdminClientConfig.configNames());
        return Set.copyOf(names);
    }

    private static Set<String> all() {
        var names = new ArrayList<>(PLAIN);
        OWNERS.forEach(
                owner -> owner.prefixes().forEach(prefix -> owner.names().forEach(name -> names.add(prefix + name))));
        return Set.copyOf(names);
    }
}
