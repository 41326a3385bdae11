package io.lingoduct.registry;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collections;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** What may go wrong between a registry and its clients. Switched on and off by a test while the server runs. */
public final class RegistryFaults {

    /** One answer that goes wrong. */
    @FunctionalInterface
    private interface Fault {
        void answer(HttpExchange exchange) throws IOException, InterruptedException;
    }

    private static final Fault DROPPED = HttpExchange::close;

    private final BlockingQueue<Fault> next = new LinkedBlockingQueue<>();
    private final CountDownLatch closed = new CountDownLatch(1);
    private volatile Duration latency = Duration.ZERO;
    private volatile boolean outage;

    /** The next requests are answered with this status and Confluent's form of an error. */
    public void failNext(int times, int status) {
        var body = "{\"error_code\":" + status + "01,\"message\":\"Error in the backend data store\"}";
        answerNext(times, status, body);
    }

    /** The next requests are answered with exactly this. */
    public void answerNext(int times, int status, String body) {
        next.addAll(Collections.nCopies(times, exchange -> send(exchange, status, body)));
    }

    /** The connections of the next requests are closed without an answer. */
    public void dropNext(int times) {
        next.addAll(Collections.nCopies(times, DROPPED));
    }

    /** The next answers stop after the headers. */
    public void stallNext(int times) {
        next.addAll(Collections.nCopies(times, exchange -> {
            exchange.sendResponseHeaders(200, 100);
            exchange.getResponseBody().write('{');
            exchange.getResponseBody().flush();
            closed.await();
        }));
    }

    /** While on, every request is answered with 503. */
    public void setOutage(boolean on) {
        outage = on;
    }

    /** Every answer comes so much later. */
    public void setLatency(Duration newLatency) {
        latency = newLatency;
    }

    /** Lets go of all answers that are held. */
    void close() {
        closed.countDown();
    }

    /** @return whether the exchange has been dealt with */
    boolean strike(HttpExchange exchange) throws IOException, InterruptedException {
        if (!latency.isZero()) {
            closed.await(latency.toMillis(), TimeUnit.MILLISECONDS);
        }
        var fault = next.poll();
        if (fault != null) {
            fault.answer(exchange);
            return true;
        }
        if (outage) {
            send(exchange, 503, "the registry is being restarted");
            return true;
        }
        return false;
    }

    static void send(HttpExchange exchange, int status, String text) throws IOException {
        var body = text.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/vnd.schemaregistry.v1+json");
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
    }
}
