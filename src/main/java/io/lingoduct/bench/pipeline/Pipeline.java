package io.lingoduct.bench.pipeline;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.bench.Watch;
import io.lingoduct.bench.pipeline.PipelineFigures.Latency;
import io.lingoduct.bench.service.LoggedProcess;
import io.lingoduct.bench.service.WorkFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** One setup at work: two topics, the instances between them, a sender and a reader. */
final class Pipeline implements AutoCloseable {

    private static final Pattern READY = Pattern.compile("(?m)^Ready in");
    private static final Duration STALL_LIMIT = Duration.ofSeconds(60);
    private static final Duration CHECK = Duration.ofMillis(100);
    // A sender that loads lets messages wait for companions, one that measures latency does not.
    private static final String THROUGHPUT_LINGER_MS = "5";
    private static final String LATENCY_LINGER_MS = "0";

    private final String name;
    private final Setup setup;
    private final Broker broker;
    private final Watch watch;
    private final IntFunction<String> texts;
    private final List<LoggedProcess> instances = new ArrayList<>();
    private final Arrivals arrivals;
    private int sent;

    /**
     * Starts all and returns when every instance is ready.
     *
     * @param name of the group and the topics, not used before
     */
    Pipeline(String name, Setup setup, PipelinePlan plan, Broker broker, WorkFolder work, Watch watch)
            throws IOException {
        this.name = name;
        this.setup = setup;
        this.broker = broker;
        this.watch = watch;
        this.texts = BareEngine.inTurn(plan.texts());
        broker.createTopics(setup.partitions(), name + "-in", name + "-out", name + ".dead-letters");
        this.arrivals = new Arrivals(broker.address(), name + "-out", setup.partitions());
        try {
            var config = Files.writeString(work.file(name + ".yaml"), configuration(plan));
            for (int i = 1; i <= setup.instances(); i++) {
                watch.say("%s: starting instance %d of %d", setup.label(), i, setup.instances());
                instances.add(LoggedProcess.start(
                        "instance " + i + " of " + setup.label(),
                        work.log(name + "-instance-" + i),
                        List.of(),
                        plan.instance(),
                        List.of("--config", config.toString())));
            }
            instances.forEach(instance -> instance.await(READY, watch));
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /** Messages a second, from the first that is sent to the last translation that can be read. */
    double messagesPerSecond(int messages) {
        watch.say("%s: %,d messages as fast as they go", setup.label(), messages);
        var expected = arrivals.expect(sent, messages);
        long begin = System.nanoTime();
        try (var producer = producer(THROUGHPUT_LINGER_MS)) {
            for (int i = 0; i < messages; i++) {
                watch.check();
                send(producer);
            }
        }
        await(expected, messages);
        return PipelineFigures.perSecond(messages, expected.lastNanos() - begin);
    }

    Latency latency(double load, LoadSchedule schedule) {
        watch.say("%s: latency at %.0f %% of its throughput", setup.label(), 100 * load);
        var expected = arrivals.expect(sent, schedule.messages());
        long begin;
        try (var producer = producer(LATENCY_LINGER_MS)) {
            // The first message would wait for the connection.
            producer.partitionsFor(name + "-in");
            begin = System.nanoTime();
            for (int i = 0; i < schedule.messages(); i++) {
                waitUntil(begin + schedule.dueNanos(i));
                send(producer);
            }
        }
        await(expected, schedule.messages());
        var nanos = new long[schedule.messages()];
        for (int i = 0; i < nanos.length; i++) {
            nanos[i] = expected.nanosOf(i) - begin - schedule.dueNanos(i);
        }
        return Latency.of(setup, load, schedule.perSecond(), nanos);
    }

    @Override
    public void close() {
        instances.parallelStream().forEach(LoggedProcess::close);
        arrivals.close();
    }

    private KafkaProducer<byte[], byte[]> producer(String lingerMs) {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.address(), "linger.ms", lingerMs),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private void send(KafkaProducer<byte[], byte[]> producer) {
        var value = texts.apply(sent).getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(name + "-in", sent % setup.partitions(), Arrivals.key(sent), value));
        sent++;
    }

    private void waitUntil(long nanoTime) {
        for (long left = nanoTime - System.nanoTime(); left > 0; left = nanoTime - System.nanoTime()) {
            watch.check();
            LockSupport.parkNanos(Math.min(left, CHECK.toNanos()));
        }
    }

    private void await(Arrivals.Expected expected, int messages) {
        long missing = expected.missing();
        long deadline = System.nanoTime() + STALL_LIMIT.toNanos();
        try {
            while (!expected.await(CHECK)) {
                watch.check();
                requireAlive();
                watch.say("%s: %,d of %,d translations", setup.label(), messages - expected.missing(), messages);
                if (expected.missing() < missing) {
                    missing = expected.missing();
                    deadline = System.nanoTime() + STALL_LIMIT.toNanos();
                } else if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(missing + " translations are missing, and none has come for "
                            + STALL_LIMIT.toSeconds() + " s; are there messages that the model cannot translate?");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for translations", e);
        }
    }

    private void requireAlive() {
        broker.requireAlive();
        instances.forEach(LoggedProcess::requireAlive);
        arrivals.requireAlive();
    }

    /** JSON, which YAML understands. */
    private String configuration(PipelinePlan plan) {
        var root = new ObjectMapper().createObjectNode();
        root.put("application-id", name);
        root.put("guarantee", setup.guarantee());
        root.put("model-watch-seconds", 0);
        root.putObject("kafka")
                .put("bootstrap.servers", broker.address())
                .put("num.stream.threads", setup.streamThreads());
        if (setup.engineThreads() != null) {
            root.putObject("engine").put("threads", setup.engineThreads());
        }
        root.putArray("routes")
                .addObject()
                .put("from", name + "-in")
                .put("to", name + "-out")
                .put("model", plan.model().toAbsolutePath().toString());
        return root.toPrettyString();
    }
}
