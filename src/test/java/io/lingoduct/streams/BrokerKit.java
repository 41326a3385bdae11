package io.lingoduct.streams;

import io.lingoduct.demo.EmbeddedBroker;
import io.lingoduct.streams.topics.TopicLeaders;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** A real broker with clients for tests. Readers see committed records only. */
public final class BrokerKit implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration POLL = Duration.ofMillis(50);

    private EmbeddedBroker broker;

    /** Starts a broker with its data in a temporary folder. */
    public BrokerKit() {
        broker = EmbeddedBroker.start();
    }

    /** Starts a broker that {@link #restart} can start again. */
    public BrokerKit(Path data) {
        broker = EmbeddedBroker.start(0, data);
    }

    /** Stops the broker and starts it anew on the same port, with its data. */
    public void restart(Path data) {
        int port =
                Integer.parseInt(bootstrapServers().substring(bootstrapServers().indexOf(':') + 1));
        broker.close();
        broker = EmbeddedBroker.start(port, data);
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    public void createTopics(int partitions, String... topics) throws ExecutionException, InterruptedException {
        createTopics(partitions, Map.of(), topics);
    }

    /** Creates topics with settings of their own and returns when their partitions have leaders. */
    public void createTopics(int partitions, Map<String, String> settings, String... topics)
            throws ExecutionException, InterruptedException {
        try (var admin = admin()) {
            admin.createTopics(Arrays.stream(topics)
                            .map(topic -> new NewTopic(topic, partitions, (short) 1).configs(settings))
                            .toList())
                    .all()
                    .get();
            TopicLeaders.await(
                    admin, Arrays.stream(topics).collect(Collectors.toMap(topic -> topic, topic -> partitions)));
        }
    }

    public Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", bootstrapServers()));
    }

    /** Sends in order and returns when the broker has everything. */
    public void send(Iterable<ProducerRecord<byte[], byte[]>> records) throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrapServers(), "linger.ms", "5");
        try (var producer = new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            var sent = new ArrayList<Future<RecordMetadata>>();
            for (var record : records) {
                sent.add(producer.send(record));
            }
            for (var receipt : sent) {
                receipt.get();
            }
        }
    }

    /** A reader of all partitions of a topic, from its beginning. */
    public KafkaConsumer<byte[], byte[]> reader(String topic) throws ExecutionException, InterruptedException {
        return reader(topic, "read_committed");
    }

    /** How many records were ever written to a topic, those of aborted transactions included. */
    public int countWritten(String topic) throws ExecutionException, InterruptedException {
        try (var reader = reader(topic, "read_uncommitted")) {
            int count = 0;
            var ends = reader.endOffsets(reader.assignment());
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                count += reader.poll(POLL).count();
            }
            return count;
        }
    }

    private KafkaConsumer<byte[], byte[]> reader(String topic, String isolation)
            throws ExecutionException, InterruptedException {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", bootstrapServers(), "isolation.level", isolation, "auto.offset.reset", "earliest");
        var consumer = new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        try (var admin = admin()) {
            int partitions = admin.describeTopics(List.of(topic))
                    .allTopicNames()
                    .get()
                    .get(topic)
                    .partitions()
                    .size();
            consumer.assign(partitions(topic, partitions));
        }
        return consumer;
    }

    /** Reads a topic until it has given the number of records; fewer if no more come within a minute. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic, int count)
            throws ExecutionException, InterruptedException {
        return read(topic, count, PATIENCE);
    }

    /** Reads a topic until it has given the number of records or the time is over. */
    public List<ConsumerRecord<byte[], byte[]>> read(String topic, int count, Duration limit)
            throws ExecutionException, InterruptedException {
        try (var reader = reader(topic)) {
            var records = new ArrayList<ConsumerRecord<byte[], byte[]>>();
            long deadline = System.nanoTime() + limit.toNanos();
            while (records.size() < count && System.nanoTime() < deadline) {
                reader.poll(POLL).forEach(records::add);
            }
            return records;
        }
    }

    private static List<TopicPartition> partitions(String topic, int count) {
        return IntStream.range(0, count)
                .mapToObj(partition -> new TopicPartition(topic, partition))
                .toList();
    }

    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    public static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        broker.close();
    }
}
