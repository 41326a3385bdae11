package io.lingoduct.demo;

import io.lingoduct.streams.topics.TopicLeaders;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;

/** Topics of a broker that was started here: one replica of everything. */
public final class NewTopics {

    private NewTopics() {}

    /**
     * Creates topics and returns when they can be written to.
     *
     * @throws KafkaException if a topic exists already or has an unusable name, or has no leader after some seconds
     */
    public static void create(String bootstrapServers, int partitions, String... names) {
        var topics = Arrays.stream(names)
                .map(name -> new NewTopic(name, partitions, (short) 1))
                .toList();
        try (var admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers))) {
            admin.createTopics(topics).all().get();
            TopicLeaders.await(
                    admin, Arrays.stream(names).collect(Collectors.toMap(Function.identity(), name -> partitions)));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        } catch (ExecutionException e) {
            throw new KafkaException("cannot create the topics " + String.join(", ", names), e.getCause());
        }
    }
}
