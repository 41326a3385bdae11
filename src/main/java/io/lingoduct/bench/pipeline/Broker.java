package io.lingoduct.bench.pipeline;

import io.lingoduct.bench.Watch;
import io.lingoduct.demo.BrokerProcess;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;

/** A broker in a process of its own. */
final class Broker implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("^127\\.0\\.0\\.1:\\d+$");

    private final ChildProcess process;
    private final String address;

    private Broker(ChildProcess process, String address) {
        this.process = process;
        this.address = address;
    }

    static Broker start(Watch watch) throws IOException {
        watch.say("Starting a broker");
        var process = ChildProcess.start("broker", BrokerProcess.class, "0");
        try {
            return new Broker(process, process.await(ADDRESS, watch));
        } catch (RuntimeException e) {
            process.close();
            throw e;
        }
    }

    String address() {
        return address;
    }

    void requireAlive() {
        process.requireAlive();
    }

    /** Returns when the topics can be written to. */
    void createTopics(int partitions, String... names) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", address))) {
            var topics = Arrays.stream(names)
                    .map(name -> new NewTopic(name, partitions, (short) 1))
                    .toList();
            admin.createTopics(topics).all().get();
            // Only a leader knows its offsets.
            admin.listOffsets(Arrays.stream(names)
                            .flatMap(name ->
                                    IntStream.range(0, partitions).mapToObj(part -> new TopicPartition(name, part)))
                            .collect(Collectors.toMap(part -> part, part -> OffsetSpec.latest())))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot create topics: " + e.getCause(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while creating topics", e);
        }
    }

    @Override
    public void close() {
        process.close();
    }
}
