package io.lingoduct.admin;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.lingoduct.admin.AdminRequests.Found;
import io.lingoduct.admin.AdminRequests.Use;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One request from its head to its answer: whether it is proper, who asks, what for, and then the work. */
final class AdminHandler extends Handler.Abstract {

    private static final Logger LOG = LoggerFactory.getLogger(AdminHandler.class);
    private static final Map<String, String> ALWAYS = Map.of(
            "Content-Type", "application/json", "Cache-Control", "no-store", "X-Content-Type-Options", "nosniff");

    private final AdminRequests requests;
    private final WebPages pages;
    private final Administrators administrators;
    private final Connections connections;
    private final Workers workers;

    AdminHandler(AdminRequests requests, AdminSettings settings, Connections connections, Workers workers) {
        this.requests = requests;
        this.pages = new WebPages(settings);
        this.administrators = new Administrators(settings.token());
        this.connections = connections;
        this.workers = workers;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        var connection = request.getConnectionMetaData().getConnection().getEndPoint();
        connections.works(connection);
        Request.addCompletionListener(request, failure -> connections.waits(connection));
        var exchange = new Exchange(request, response, callback, () -> connections.waits(connection));
        Optional<Found> found;
        try {
            found = requests.find(path(request));
        } catch (IllegalArgumentException e) {
            exchange.send(Answer.error(400, "a per cent sign in the path has no two hexadecimal digits behind it"));
            return true;
        }
        refusal(request, found).ifPresentOrElse(exchange::send, () -> work(found.orElseThrow(), exchange));
        return true;
    }

    private Optional<Answer> refusal(Request request, Optional<Found> found) {
        return improper(request)
                .or(() -> pages.refuse(!isReading(request), request.getHeaders()))
                .or(() -> found.isEmpty() ? Optional.of(nothing(request)) : Optional.empty())
                .or(() -> found.get().known().use() == Use.PROBE
                        ? Optional.empty()
                        : administrators.refuse(peer(request), request.getHeaders()))
                .or(() -> method(request, found.get()));
    }

    private static boolean isReading(Request request) {
        return request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
    }

    private static Optional<Answer> improper(Request request) {
        if (request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            return Optional.of(Answer.error(411, "no request here needs a body"));
        }
        return request.getLength() > AdminLimits.BODY_BYTES
                ? Optional.of(Answer.error(413, "no request here needs a body"))
                : Optional.empty();
    }

    private static Answer nothing(Request request) {
        var path = Printable.of(path(request), AdminLimits.QUOTED_CHARS);
        return Answer.error(404, "there is nothing at " + path);
    }

    private static Optional<Answer> method(Request request, Found found) {
        var known = found.known();
        if (known.takes(request.getMethod())) {
            return Optional.empty();
        }
        var answer = request.getMethod().equals("OPTIONS")
                ? new Answer(204, Map.of(), "")
                : Answer.error(405, "use " + known.method());
        return Optional.of(answer.with("Allow", known.allowed()));
    }

    private void work(Found found, Exchange exchange) {
        try {
            workers.of(found.known().use()).execute(() -> exchange.send(answer(found, exchange.request())));
        } catch (RejectedExecutionException e) {
            exchange.send(Answer.error(503, "too many requests of this kind wait already")
                    .with("Retry-After", "10"));
        }
    }

    private static Answer answer(Found found, Request request) {
        var known = found.known();
        Answer answer;
        try {
            answer = found.answer();
        } catch (RuntimeException | Error e) {
            LOG.error("{} {} failed", known.method(), known.path(), e);
            answer = Answer.error(500, "it failed; the service's log says how");
        }
        if (known.changes()) {
            var path = Printable.of(path(request), AdminLimits.QUOTED_CHARS);
            LOG.info("{} {} from {}: {}", known.method(), path, peer(request).getHostAddress(), answer.status());
        }
        return answer;
    }

    // As sent; CONNECT has none.
    private static String path(Request request) {
        var path = request.getHttpURI().getPath();
        return path == null ? "" : path;
    }

    private static InetAddress peer(Request request) {
        return ((InetSocketAddress) request.getConnectionMetaData().getRemoteSocketAddress()).getAddress();
    }

    /**
     * A request on its way to be answered.
     *
     * @param sending called before the answer is written
     */
    private record Exchange(Request request, Response response, Callback callback, Runnable sending) {

        void send(Answer answer) {
            sending.run();
            var body = answer.body().getBytes(US_ASCII);
            response.setStatus(answer.status());
            var headers = response.getHeaders();
            ALWAYS.forEach(headers::put);
            answer.headers().forEach(headers::put);
            if (answer.status() != 204) {
                headers.put(HttpHeader.CONTENT_LENGTH, body.length);
            }
            response.write(true, ByteBuffer.wrap(body), callback);
        }
    }
}
