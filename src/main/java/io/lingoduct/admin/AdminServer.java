package io.lingoduct.admin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.UriCompliance.Violation;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * A small HTTP server beside the stream: probes that anybody may ask, and requests for administrators. Slow clients hold no
 * thread and, in the end, no connection, so that probes are answered whatever else comes in.
 */
final class AdminServer implements AutoCloseable {

    private static final int SWEEP_MILLIS = 1000;
    // Names in paths are split from it before they are decoded: a slash in them is part of a name.
    private static final UriCompliance URIS =
            UriCompliance.DEFAULT.with("names", Violation.AMBIGUOUS_PATH_SEPARATOR, Violation.AMBIGUOUS_PATH_ENCODING);

    private final Connections connections;
    private final Workers workers = new Workers();
    private final Server server;
    private final ServerConnector connector;

    private AdminServer(AdminSettings settings, AdminRequests requests, Duration longestWait) {
        connections = new Connections(AdminLimits.CONNECTIONS, longestWait.toNanos(), System::nanoTime);
        var threads = new QueuedThreadPool(AdminLimits.THREADS);
        threads.setName("lingoduct-admin");
        threads.setDaemon(true);
        threads.setReservedThreads(0);
        server = new Server(threads);
        connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
        connector.setHost(settings.address().getAddress().getHostAddress());
        connector.setPort(settings.address().getPort());
        connector.setAcceptQueueSize(AdminLimits.BACKLOG);
        // The connections' own clock takes its place: this one begins anew with every byte.
        connector.setIdleTimeout(0);
        connector.addBean(connections);
        server.addConnector(connector);
        server.setHandler(new AdminHandler(requests, settings, connections, workers));
        server.setErrorHandler(new Errors());
        server.setStopTimeout(0);
    }

    /**
     * Listens from now on.
     *
     * @param readiness the rule behind the probes
     * @throws IOException if the address cannot be listened on
     */
    static AdminServer start(AdminSettings settings, Readiness readiness, AdminService service) throws IOException {
        return start(settings, new AdminRequests(service, readiness, Clock.systemUTC()), AdminLimits.WAIT);
    }

    static AdminServer start(AdminSettings settings, AdminRequests requests, Duration longestWait) throws IOException {
        var server = new AdminServer(settings, requests, longestWait);
        try {
            server.start();
            return server;
        } catch (IOException | RuntimeException e) {
            server.close();
            throw e;
        }
    }

    int port() {
        return connector.getLocalPort();
    }

    @Override
    public void close() {
        workers.close();
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("the admin server does not stop", e);
        }
    }

    private void start() throws IOException {
        try {
            server.start();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e);
        }
        sweep();
    }

    private void sweep() {
        connections.closeSlow();
        connector.getScheduler().schedule(this::sweep, SWEEP_MILLIS, TimeUnit.MILLISECONDS);
    }

    private static HttpConfiguration http() {
        var http = new HttpConfiguration();
        http.setRequestHeaderSize(AdminLimits.HEAD_BYTES);
        http.setSendServerVersion(false);
        http.setUriCompliance(URIS);
        return http;
    }

    /** The answer to what is no request that the server could look at: its status in words, and nothing of its insides. */
    private static final class Errors implements Request.Handler {

        @Override
        public boolean handle(Request request, Response response, Callback callback) {
            var body =
                    AdminJson.error(HttpStatus.getMessage(response.getStatus())).getBytes(US_ASCII);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "application/json");
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, body.length);
            response.write(true, ByteBuffer.wrap(body), callback);
            return true;
        }
    }
}
