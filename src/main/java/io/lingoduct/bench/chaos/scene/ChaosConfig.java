package io.lingoduct.bench.chaos.scene;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.bench.chaos.traffic.ChaosRoute;
import io.lingoduct.bench.chaos.traffic.ChaosTopics;
import io.lingoduct.bench.chaos.traffic.Payloads;
import java.net.URI;
import java.nio.file.Path;

/**
 * The configuration of the service under test, the same for all instances but for the port of the admin server.
 *
 * @param brokers where Kafka is
 * @param registry where the schema registry is
 * @param model folder of the bundle
 */
record ChaosConfig(String brokers, URI registry, Path model, Timing timing) {

    private static final int MODEL_WATCH_SECONDS = 2;
    private static final int HEARTBEATS_IN_SESSION = 5;

    /** JSON, which YAML understands. */
    String forAdminPort(int port) {
        var root = new ObjectMapper().createObjectNode();
        root.put("application-id", "chaos")
                .put("guarantee", "exactly-once")
                .put("dead-letters", ChaosTopics.DEAD_LETTERS)
                .put("model-watch-seconds", MODEL_WATCH_SECONDS)
                .put("admin-port", port);
        long session = timing.timeouts().session().toMillis();
        root.putObject("kafka")
                .put("bootstrap.servers", brokers)
                .put("num.stream.threads", 1)
                .put("session.timeout.ms", session)
                .put("heartbeat.interval.ms", session / HEARTBEATS_IN_SESSION)
                .put(
                        "producer.transaction.timeout.ms",
                        timing.timeouts().transaction().toMillis());
        root.putObject("engine").put("threads", 1);
        root.putObject("registry").put("url", registry.toString()).put("timeout-ms", 2000);
        var routes = root.putArray("routes");
        for (var route : ChaosRoute.values()) {
            var node = routes.addObject()
                    .put("from", route.input())
                    .put("to", route.output())
                    .put("model", model.toString());
            switch (route) {
                case TEXT, COMPACTED -> node.put("format", "text");
                case JSON, AVRO ->
                    node.put("format", route.title()).putArray("fields").add(Payloads.FIELD);
            }
        }
        return root.toPrettyString();
    }
}
