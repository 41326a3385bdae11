package io.lingoduct.demo;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;

/**
 * A real Kafka broker inside this process, broker and KRaft controller in one, reachable at 127.0.0.1 only. For the demo
 * and for integration tests: one replica of everything, no security; clients may use session timeouts from one second.
 *
 * <p>{@link Formatter}, {@link KafkaConfig} and {@link KafkaRaftServer} are no public API of Kafka; nothing else may use
 * them.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final String HOST = "127.0.0.1";
    /** The same for every broker, so that a data folder can be used again. */
    private static final String CLUSTER_ID = "bGluZ29kdWN0LWRlbW8tMQ";

    private final KafkaRaftServer server;
    private final int port;
    private final TemporaryFolder temporaryFolder;
    private boolean closed;

    private EmbeddedBroker(KafkaRaftServer server, int port, TemporaryFolder temporaryFolder) {
        this.server = server;
        this.port = port;
        this.temporaryFolder = temporaryFolder;
    }

    /** Starts on a free port with its data in a temporary folder that {@link #close} removes. */
    public static EmbeddedBroker start() {
        return start(0);
    }

    /**
     * Starts with its data in a temporary folder that {@link #close} removes.
     *
     * @param port the port for clients; 0 takes a free one
     * @throws PortTakenException if the port cannot be used
     * @throws KafkaException if the broker cannot start
     */
    public static EmbeddedBroker start(int port) {
        var folder = TemporaryFolder.create();
        try {
            return start(port, folder.path(), folder, Map.of());
        } catch (RuntimeException | Error e) {
            folder.close();
            throw e;
        }
    }

    /**
     * Starts with its data in a folder that stays; a later start on the same folder finds its topics again.
     *
     * @param port the port for clients; 0 takes a free one
     * @param dataDir created where absent
     * @throws PortTakenException if the port cannot be used
     * @throws KafkaException if the broker cannot start
     */
    public static EmbeddedBroker start(int port, Path dataDir) {
        return start(port, dataDir, Map.of());
    }

    /**
     * As {@link #start(int, Path)}, with settings of the broker's that beat its own; the listener of clients is called {@code
     * CLIENT}. Where it speaks TLS or demands a login, {@link #createTopics} does not work.
     */
    public static EmbeddedBroker start(int port, Path dataDir, Map<String, String> more) {
        return start(port, dataDir, null, more);
    }

    private static EmbeddedBroker start(
            int port, Path dataDir, TemporaryFolder temporaryFolder, Map<String, String> more) {
        // Kafka ends the whole process when a listener cannot bind, so the ports are tried out first.
        int clientPort = usablePort(port);
        int controllerPort = usablePort(0);
        format(dataDir);
        var settings = settings(clientPort, controllerPort, dataDir);
        settings.putAll(more);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(settings, false), Time.SYSTEM);
        var broker = new EmbeddedBroker(server, clientPort, temporaryFolder);
        try {
            server.startup();
        } catch (RuntimeException | Error e) {
            broker.close();
            throw e;
        }
        return broker;
    }

    /** Address that clients connect to: {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return HOST + ":" + port;
    }

    /**
     * Creates topics and returns when they can be written to. The broker never creates a topic by itself.
     *
     * @throws KafkaException if a topic exists already or has an unusable name
     */
    public void createTopics(int partitions, String... names) {
        NewTopics.create(bootstrapServers(), partitions, names);
    }

    /** Stops the broker and waits until it is down; later calls only wait. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            server.shutdown();
            server.awaitShutdown();
            if (temporaryFolder != null) {
                temporaryFolder.close();
            }
        }
    }

    private static Properties settings(int clientPort, int controllerPort, Path dataDir) {
        var settings = new Properties();
        settings.putAll(Map.of(
                "process.roles", "broker,controller",
                "node.id", "1",
                "controller.quorum.voters", "1@" + HOST + ":" + controllerPort,
                "controller.listener.names", "CONTROLLER",
                "listeners", "CLIENT://%1$s:%2$d,CONTROLLER://%1$s:%3$d".formatted(HOST, clientPort, controllerPort),
                "advertised.listeners", "CLIENT://" + HOST + ":" + clientPort,
                "listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "inter.broker.listener.name", "CLIENT",
                "log.dirs", dataDir.toString(),
                "auto.create.topics.enable", "false"));
        for (String internalTopic :
                new String[] {"offsets.topic", "transaction.state.log", "share.coordinator.state.topic"}) {
            settings.put(internalTopic + ".replication.factor", "1");
            settings.put(internalTopic + ".num.partitions", "1");
        }
        settings.putAll(Map.of(
                "transaction.state.log.min.isr", "1",
                "share.coordinator.state.topic.min.isr", "1",
                // Without these a group waits for more members, and a killed one is missed only after many seconds.
                "group.initial.rebalance.delay.ms", "0",
                "group.streams.initial.rebalance.delay.ms", "0",
                "group.min.session.timeout.ms", "1000",
                "group.consumer.min.session.timeout.ms", "1000",
                "group.streams.min.session.timeout.ms", "1000",
                // A killed broker is back when its old session ends. By default that is no sooner than it
                // looks for transactions that have timed out, and an abort before doubles messages.
                "broker.session.timeout.ms", "4000",
                "broker.heartbeat.interval.ms", "500",
                // The default reserves 128 MB.
                "log.cleaner.dedupe.buffer.size", "2097152"));
        return settings;
    }

    private static void format(Path dataDir) {
        try {
            Files.createDirectories(dataDir);
            new Formatter()
                    .setPrintStream(new PrintStream(OutputStream.nullOutputStream()))
                    .setClusterId(CLUSTER_ID)
                    .setNodeId(1)
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(dataDir.toString())
                    .addDirectory(dataDir.toString())
                    .setIgnoreFormatted(true)
                    .run();
        } catch (Exception e) {
            throw new KafkaException("cannot prepare the broker's data folder " + dataDir, e);
        }
    }

    private static int usablePort(int port) {
        try (var socket = new ServerSocket(port, 1, InetAddress.getByName(HOST))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new PortTakenException("cannot listen on " + HOST + ":" + port + ": " + e.getMessage(), e);
        }
    }

    /** The broker cannot listen on the port that was asked for; choose another. */
    public static final class PortTakenException extends RuntimeException {

        PortTakenException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
