package io.lingoduct.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.lingoduct.streams.status.RouteState;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that take their time, with real sockets: probes are answered all the same, and in the end nothing is left of them. */
@Timeout(180)
class SlowClientsTest {

    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestService service = new TestService();
    private final List<Socket> slow = new ArrayList<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private AdminServer server;

    @BeforeEach
    void start() throws IOException {
        server = AdminServer.start(TestService.SETTINGS, service.requests(), LONGEST_WAIT);
    }

    @AfterEach
    void stop() throws IOException {
        timer.shutdownNow();
        for (var socket : slow) {
            socket.close();
        }
        server.close();
    }

    @Test
    void shouldAnswerWhileTwoHundredRequestsAreHalfSent() throws IOException {
        for (int i = 0; i < 200; i++) {
            RawHttp.send(connect(), "GET /healthz HTTP/1.1\r\nHost: 127");
        }

        assertHealthy();
    }

    @Test
    void shouldAnswerWhileTwoHundredConnectionsSayNothing() throws IOException {
        for (int i = 0; i < 200; i++) {
            connect();
        }

        assertHealthy();
    }

    @Test
    void shouldCloseAConnectionThatSendsItsRequestByteByByte() throws IOException {
        for (int i = 0; i < 20; i++) {
            RawHttp.send(connect(), "GET /healthz HTTP/1.1\r\nX-Endless: ");
        }
        var refused = new AtomicInteger();
        timer.scheduleWithFixedDelay(
                () -> slow.forEach(socket -> drip(socket, refused)), 0, 100, TimeUnit.MILLISECONDS);

        assertHealthy();
        await().atMost(PATIENCE).until(() -> refused.get() >= slow.size());
        assertHealthy();
    }

    @Test
    void shouldAnswerWhileOthersDoNotReadTheirAnswers() throws IOException {
        for (int i = 0; i < 2_000; i++) {
            service.routes.add(TestService.route("route-with-a-name-that-fills-the-answer-" + i, RouteState.RUNNING));
        }
        for (int i = 0; i < 20; i++) {
            var socket = connect();
            for (int request = 0; request < 20; request++) {
                RawHttp.send(socket, "GET /status HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
            }
        }

        assertHealthy();
        await().atMost(PATIENCE).untilAsserted(() -> {
            for (var socket : slow) {
                assertThatThrownBy(() -> RawHttp.send(socket, "\r\n")).isInstanceOf(IOException.class);
            }
        });
    }

    @Test
    void shouldGiveUpOnABodyWithoutEnd() throws IOException {
        var heads = List.of(
                "POST /models/reload HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4000000000\r\n\r\n",
                "POST /models/reload HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4000\r\n\r\n",
                "GET /healthz HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4000000000\r\n\r\n");
        for (var head : heads) {
            var socket = connect();
            RawHttp.send(socket, head);
            assertThatThrownBy(() -> sendForEver(socket, "x".repeat(1_000))).isInstanceOf(IOException.class);
        }
        var chunked = connect();
        RawHttp.send(chunked, "POST /models/reload HTTP/1.1\r\nHost: 127.0.0.1\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertThatThrownBy(() -> sendForEver(chunked, "4\r\nxxxx\r\n")).isInstanceOf(IOException.class);

        assertHealthy();
    }

    @Test
    void shouldAnswerProbesWhileAdministratorsWait() throws Exception {
        service.routes.add(TestService.route("a", RouteState.RUNNING));
        var started = new CountDownLatch(1);
        var go = new CountDownLatch(1);
        service.onPause = () -> {
            started.countDown();
            awaitUninterrupted(go);
        };
        var first = pause();
        started.await();
        for (int i = 1; i < AdminLimits.ADMINISTRATIVE + AdminLimits.ADMINISTRATIVE_WAITING; i++) {
            pause();
        }

        await().atMost(PATIENCE).untilAsserted(() -> {
            var socket = pause();
            socket.setSoTimeout(1_000);
            assertThat(RawHttp.read(socket).code()).isEqualTo(503);
        });
        assertHealthy();
        go.countDown();
        assertThat(RawHttp.read(first).code()).isEqualTo(200);
    }

    private Socket connect() throws IOException {
        var socket = RawHttp.connect(server);
        slow.add(socket);
        return socket;
    }

    private Socket pause() throws IOException {
        var socket = connect();
        RawHttp.send(socket, "POST /routes/a/pause HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n");
        return socket;
    }

    private void assertHealthy() throws IOException {
        assertThat(RawHttp.ask(server, "GET", "/healthz").code()).isEqualTo(200);
    }

    private static void drip(Socket socket, AtomicInteger refused) {
        try {
            RawHttp.send(socket, "x");
        } catch (IOException e) {
            refused.incrementAndGet();
        }
    }

    private static void sendForEver(Socket socket, String text) throws IOException {
        while (true) {
            RawHttp.send(socket, text);
        }
    }

    private static void awaitUninterrupted(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
