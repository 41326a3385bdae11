package io.lingoduct.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.streams.status.RouteState;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The admin server as any HTTP server: methods, connections, sizes, and what is no request. */
@Timeout(60)
class AdminProtocolTest {

    private final TestService service = new TestService();
    private AdminServer server;

    @BeforeEach
    void start() throws IOException {
        service.routes.add(TestService.route("reviews.de", RouteState.RUNNING));
        server = AdminServer.start(TestService.SETTINGS, service.requests(), AdminLimits.WAIT);
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE", "TRACE", "BREW"})
    void shouldSayWhichMethodsAProbeKnows(String method) throws IOException {
        var answer = ask(method, "/healthz");

        assertThat(answer.code()).isEqualTo(405);
        assertThat(answer.header("Allow")).contains("GET, HEAD, OPTIONS");
    }

    @Test
    void shouldTellItsMethodsOnRequest() throws IOException {
        var answer = ask("OPTIONS", "/routes/reviews.de/pause");

        assertThat(answer.code()).isEqualTo(204);
        assertThat(answer.header("Allow")).contains("POST, OPTIONS");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/healthz", "/readyz", "/models"})
    void shouldAnswerHeadAsGetWithoutItsBody(String path) throws IOException {
        var get = ask("GET", path);
        var head = ask("HEAD", path);

        assertThat(head.code()).isEqualTo(get.code());
        assertThat(head.body()).isEmpty();
        assertThat(head.header("Content-Length")).isEqualTo(get.header("Content-Length"));
        assertThat(get.header("Content-Length"))
                .contains(String.valueOf(get.body().length()));
    }

    @Test
    void shouldAnswerManyRequestsOnOneConnection() throws IOException {
        try (var socket = RawHttp.connect(server)) {
            for (var request : List.of("GET /healthz", "HEAD /models", "POST /nothing", "POST /models/reload")) {
                RawHttp.send(socket, request + " HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 2\r\n\r\nhi");
                if (request.startsWith("HEAD")) {
                    var head = new String(socket.getInputStream().readNBytes(15));
                    assertThat(head).isEqualTo("HTTP/1.1 200 OK");
                    skipHead(socket);
                } else {
                    assertThat(RawHttp.read(socket).json()).isNotEmpty();
                }
            }
        }
    }

    @Test
    void shouldAnswerAnOldProbe() throws IOException {
        assertThat(RawHttp.exchange(server, "GET /healthz HTTP/1.0\r\n\r\n").code())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"9000, /healthz, 414", "100, /healthz, 404"})
    void shouldLimitTheRequestLine(int length, String path, int status) throws IOException {
        assertThat(ask("GET", path + "x".repeat(length)).code()).isEqualTo(status);
    }

    @Test
    void shouldLimitHeadersAndBodies() throws IOException {
        assertThat(ask("GET", "/healthz", "X-Long: " + "x".repeat(9_000)).code())
                .isEqualTo(431);
        assertThat(ask("POST", "/models/reload", "Content-Length: 5000").code()).isEqualTo(413);
        assertThat(ask("POST", "/models/reload", "Transfer-Encoding: chunked").code())
                .isEqualTo(411);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "garbage\r\n\r\n",
                "GET /healthz HTTP/1.1\r\n\r\n",
                "GET /healthz HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n",
                "GET /%zz HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n\r\n",
                "POST /models/reload HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n",
                "\u0016\u0003\u0001\u0002 TLS\r\n\r\n"
            })
    void shouldRefuseInJsonWhatIsNoRequest(String request) throws IOException {
        var answer = RawHttp.exchange(server, request);

        assertThat(answer.code()).isEqualTo(400);
        assertThat(answer.json().get("error").asText()).isNotEmpty();
        assertThat(answer.body()).doesNotContain("Exception", "\tat ", "jetty");
    }

    @Test
    void shouldQuoteLittleOfAPathThatItDoesNotKnow() throws IOException {
        var answer = ask("GET", "/nothing/" + "x".repeat(3_000));

        assertThat(answer.code()).isEqualTo(404);
        assertThat(answer.body()).contains("/nothing/xxx").hasSizeLessThan(300);
    }

    @Test
    void shouldKeepItsInsidesToItself() throws IOException {
        service.onPause = () -> {
            throw new IllegalStateException("secret detail");
        };

        var answer = ask("POST", "/routes/reviews.de/pause");

        assertThat(answer.code()).isEqualTo(500);
        assertThat(answer.body()).contains("log").doesNotContain("secret", "IllegalState", "\tat ");
        assertThat(answer.header("Server")).isEmpty();
    }

    @Test
    void shouldEscapeWhatATerminalMightObey() throws IOException {
        service.routes.add(TestService.failing("odd\u001b[2J\u009b", RouteState.HELD, "line\r\nbreak\u202e\u007f"));

        var answer = ask("GET", "/status");

        assertThat(answer.body()).matches("[\\n -~]*");
        assertThat(answer.json().at("/routes/1/name").asText()).isEqualTo("odd\u001b[2J\u009b");
        assertThat(answer.json().at("/routes/1/last_failure/reason").asText()).isEqualTo("line\r\nbreak\u202e\u007f");
    }

    @Test
    void shouldFreeThePortWhenClosed() throws IOException {
        int port = server.port();
        server.close();

        try (var taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertThat(taken.getLocalPort()).isEqualTo(port);
        }
    }

    private RawHttp.Reply ask(String method, String path, String... headers) throws IOException {
        return RawHttp.ask(server, method, path, headers);
    }

    private static void skipHead(Socket socket) throws IOException {
        var seen = "";
        while (!seen.endsWith("\r\n\r\n")) {
            seen += (char) socket.getInputStream().read();
        }
    }
}
