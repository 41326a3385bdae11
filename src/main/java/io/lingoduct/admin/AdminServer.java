package io.lingoduct.admin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.lingoduct.serving.ReloadOutcome.Kind;
import io.lingoduct.serving.ServedModel;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A small HTTP server beside the stream: {@code GET /healthz}, {@code GET /readyz}, {@code GET /models} and {@code POST
 * /models/reload}. It asks nobody who they are: let it listen where only friends can reach it.
 */
public final class AdminServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AdminServer.class);
    private static final int BACKLOG = 16;
    // One may wait for a bundle to load while others ask how the service is.
    private static final int THREADS = 4;

    private record Answer(int status, String body) {

        static Answer of(boolean good, String yes, String no) {
            return new Answer(good ? 200 : 503, AdminJson.status(good ? yes : no));
        }
    }

    private final AdminService service;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, task -> {
        var thread = new Thread(task, "lingoduct-admin");
        thread.setDaemon(true);
        return thread;
    });

    private AdminServer(HttpServer server, AdminService service) {
        this.service = service;
        this.server = server;
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /**
     * Listens from now on.
     *
     * @param address port 0 takes a free one
     * @throws IOException if the address cannot be listened on
     */
    public static AdminServer start(InetSocketAddress address, AdminService service) throws IOException {
        return new AdminServer(HttpServer.create(address, BACKLOG), service);
    }

    public int port() {
        return server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            var answer = answer(exchange);
            var body = answer.body().getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(answer.status(), body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Answer answer(HttpExchange exchange) {
        var path = exchange.getRequestURI().getPath();
        var allowed =
                switch (path) {
                    case "/healthz", "/readyz", "/models" -> "GET";
                    case "/models/reload" -> "POST";
                    default -> null;
                };
        if (allowed == null) {
            return new Answer(404, AdminJson.error("there is nothing at " + path));
        }
        if (!exchange.getRequestMethod().equals(allowed)) {
            exchange.getResponseHeaders().set("Allow", allowed);
            return new Answer(405, AdminJson.error("use " + allowed));
        }
        try {
            return answer(path);
        } catch (RuntimeException | Error e) {
            LOG.error("{} {} failed", allowed, path, e);
            return new Answer(500, AdminJson.error(e.toString()));
        }
    }

    private Answer answer(String path) {
        return switch (path) {
            case "/healthz" -> Answer.of(service.isAlive(), "alive", "failed");
            case "/readyz" -> Answer.of(service.isReady(), "ready", "not ready");
            case "/models" -> new Answer(200, AdminJson.models(service.models()));
            default -> reload();
        };
    }

    private Answer reload() {
        var outcomes = service.models().stream().map(ServedModel::reload).toList();
        boolean refused = outcomes.stream().anyMatch(outcome -> outcome.kind() == Kind.REFUSED);
        return new Answer(refused ? 422 : 200, AdminJson.outcomes(outcomes));
    }
}
