package io.lingoduct.bench.chaos.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/**
 * The part of a schema registry that the service needs, in this process: schemas by their id, and ids for schemas, over the
 * Confluent REST API. It can be taken away, and comes back at the same address with what it knew.
 */
public final class RegistryStandIn implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SCHEMA_BY_ID = "/schemas/ids/";

    /** A schema's id is its place, from 1. */
    private final List<Schema> schemas = new ArrayList<>();

    private final int port;
    private HttpServer server;

    /** @param port of this machine's own address */
    public RegistryStandIn(int port) throws IOException {
        this.port = port;
        up();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** Takes the registry away: connections are refused. */
    public synchronized void down() {
        server.stop(0);
        server = null;
    }

    public synchronized void up() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    /** The id of a schema, which is a new one for a new schema; works while the registry is away, too. */
    synchronized int id(Schema schema) {
        int known = schemas.indexOf(schema);
        if (known >= 0) {
            return known + 1;
        }
        schemas.add(schema);
        return schemas.size();
    }

    @Override
    public synchronized void close() {
        if (server != null) {
            down();
        }
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var request = JSON.readTree(exchange.getRequestBody());
            var answer = answer(exchange.getRequestURI().getPath(), request);
            var body = answer.toString().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
            exchange.sendResponseHeaders(answer.has("error_code") ? 404 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private synchronized ObjectNode answer(String path, JsonNode request) {
        var answer = JSON.createObjectNode();
        if (path.startsWith(SCHEMA_BY_ID)) {
            int id = Integer.parseInt(path.substring(SCHEMA_BY_ID.length()));
            return id >= 1 && id <= schemas.size()
                    ? answer.put("schema", schemas.get(id - 1).toString())
                    : answer.put("error_code", 40403).put("message", "Schema not found");
        }
        return request.hasNonNull("schema")
                ? answer.put(
                        "id", id(new Schema.Parser().parse(request.get("schema").asText())))
                : answer.put("error_code", 404).put("message", "HTTP 404 Not Found");
    }
}
