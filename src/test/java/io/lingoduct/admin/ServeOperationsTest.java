package io.lingoduct.admin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.config.ConfigException;
import io.lingoduct.service.OperationsConfig;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class ServeOperationsTest {

    @Test
    void shouldStartNoAdminServerUnlessConfigured() {
        try (var operations = new ServeOperations(OperationsConfig.NONE, "1.2.3", List.of())) {
            assertThat(operations.adminUrl()).isEmpty();
        }
    }

    @Test
    void shouldBeAliveButNotReadyBeforeTheStreamHasStarted() throws Exception {
        try (var operations = new ServeOperations(on("127.0.0.1", freePort()), "1.2.3", List.of())) {
            var url = operations.adminUrl().orElseThrow();
            assertThat(status(url + "/healthz")).isEqualTo(200);
            assertThat(status(url + "/readyz")).isEqualTo(503);
        }
    }

    @Test
    void shouldBeAliveButNotReadyWhileItStops() throws Exception {
        try (var operations = new ServeOperations(on("127.0.0.1", freePort()), "1.2.3", List.of())) {
            operations.stopping();

            var url = operations.adminUrl().orElseThrow();
            assertThat(status(url + "/healthz")).isEqualTo(200);
            assertThat(status(url + "/readyz")).isEqualTo(503);
        }
    }

    @Test
    void shouldNotBeAliveOnceTheStreamHasEndedOfItsOwn() throws Exception {
        try (var operations = new ServeOperations(on("127.0.0.1", freePort()), "1.2.3", List.of())) {
            operations.ended();
            operations.stopping();

            assertThat(status(operations.adminUrl().orElseThrow() + "/healthz")).isEqualTo(503);
        }
    }

    @Test
    void shouldAskAdministratorsForTheConfiguredToken() throws Exception {
        var config = new OperationsConfig(0, freePort(), "127.0.0.1", "correct-horse-battery", List.of(), 60);
        try (var operations = new ServeOperations(config, "1.2.3", List.of())) {
            var url = operations.adminUrl().orElseThrow();
            assertThat(status(url + "/healthz")).isEqualTo(200);
            assertThat(status(url + "/models")).isEqualTo(401);
        }
    }

    @Test
    void shouldNameTheKeyWhenThePortIsTaken() throws IOException {
        try (var taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            var config = on("127.0.0.1", taken.getLocalPort());

            assertThatThrownBy(() -> new ServeOperations(config, "1.2.3", List.of()))
                    .isInstanceOf(ConfigException.class)
                    .hasMessageContaining("admin-port = 127.0.0.1:" + taken.getLocalPort())
                    .hasMessageContaining("cannot listen there");
        }
    }

    private static OperationsConfig on(String address, int port) {
        return new OperationsConfig(0, port, address);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }

    private static int status(String url) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.discarding())
                .statusCode();
    }
}
