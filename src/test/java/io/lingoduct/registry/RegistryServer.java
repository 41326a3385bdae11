package io.lingoduct.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.lingoduct.registry.RegistryStore.Refusal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/**
 * A schema registry in the process that speaks the Confluent REST API as far as clients of this project use it: subjects,
 * versions, ids, look-up, compatibility, with Confluent's error codes. Its {@link #faults()} can be switched.
 */
public final class RegistryServer implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final String scheme;
    private final RegistryStore store = new RegistryStore();
    private final RegistryFaults faults = new RegistryFaults();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "test-registry");
        thread.setDaemon(true);
        return thread;
    });
    private volatile String authorization;

    private RegistryServer(HttpServer server, String scheme) {
        this.server = server;
        this.scheme = scheme;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Listens on a free port of this machine. */
    public static RegistryServer start() throws IOException {
        return new RegistryServer(HttpServer.create(freePort(), 0), "http");
    }

    /** The same over TLS. */
    public static RegistryServer start(HttpsConfigurator tls) throws IOException {
        var server = HttpsServer.create(freePort(), 0);
        server.setHttpsConfigurator(tls);
        return new RegistryServer(server, "https");
    }

    private static InetSocketAddress freePort() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Root of the API. */
    public URI url() {
        return URI.create(scheme + "://localhost:" + server.getAddress().getPort());
    }

    public RegistryFaults faults() {
        return faults;
    }

    /** Method and path of every request so far. */
    public List<String> requests() {
        return List.copyOf(requests);
    }

    /** From now on others are answered with 401. */
    public void requireBasic(String username, String password) {
        var pair = username + ":" + password;
        authorization = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    /** From now on others are answered with 401. */
    public void requireBearer(String token) {
        authorization = "Bearer " + token;
    }

    public void setLevel(RegistryStore.Level level) {
        synchronized (store) {
            store.setLevel(level);
        }
    }

    /** Stores a schema without any check and gives its id; for schemas of other types, invalid ones, and references. */
    public int put(String subject, String contentJson) throws IOException {
        synchronized (store) {
            return store.put(subject, JSON.readTree(contentJson));
        }
    }

    @Override
    public void close() {
        faults.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.add(
                exchange.getRequestMethod() + " " + exchange.getRequestURI().getRawPath());
        try (exchange) {
            if (faults.strike(exchange)) {
                return;
            }
            var given = exchange.getRequestHeaders().getFirst("Authorization");
            if (authorization != null && !authorization.equals(given)) {
                RegistryFaults.send(exchange, 401, "{\"error_code\":401,\"message\":\"Unauthorized\"}");
                return;
            }
            answer(exchange);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        try {
            var posted = JSON.readTree(exchange.getRequestBody());
            synchronized (store) {
                var answer = route(exchange, posted);
                RegistryFaults.send(exchange, 200, answer.toString());
            }
        } catch (Refusal e) {
            var error = JsonNodeFactory.instance
                    .objectNode()
                    .put("error_code", e.code)
                    .put("message", e.getMessage());
            RegistryFaults.send(exchange, e.status(), error.toString());
        }
    }

    private JsonNode route(HttpExchange exchange, JsonNode posted) throws Refusal {
        var path = Stream.of(exchange.getRequestURI().getRawPath().substring(1).split("/"))
                .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                .toList();
        var pattern = exchange.getRequestMethod() + " " + path.get(0) + " " + path.size();
        return switch (pattern) {
            case "GET subjects 1" -> store.subjects();
            case "POST subjects 2" -> store.lookUp(path.get(1), posted);
            case "GET subjects 3" -> store.versions(path.get(1));
            case "POST subjects 3" -> store.register(path.get(1), posted);
            case "GET subjects 4" -> store.version(path.get(1), path.get(3));
            case "GET schemas 3" -> store.schema(path.get(2));
            case "POST compatibility 5" -> store.compatibility(path.get(2), posted);
            default -> throw new Refusal(404, "HTTP 404 Not Found");
        };
    }
}
