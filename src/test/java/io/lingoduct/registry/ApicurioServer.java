package io.lingoduct.registry;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.awaitility.Awaitility;

/** Apicurio's registry in a process of its own, on a free port of this machine, with its schemas in memory. */
final class ApicurioServer implements AutoCloseable {

    private static final Duration START_LIMIT = Duration.ofMinutes(3);

    private final Process process;
    private final String url;

    private ApicurioServer(Process process, String url) {
        this.process = process;
        this.url = url;
    }

    /**
     * Starts the server and waits until it answers.
     *
     * @param home where its archive was unpacked
     * @param java the program to run it with
     */
    static ApicurioServer start(Path home, Path java) throws IOException {
        int port = freePort();
        var log = Files.createTempFile("apicurio", ".log");
        var process = new ProcessBuilder(
                        java.toString(),
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-jar",
                        home.resolve("quarkus-run.jar").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        var server = new ApicurioServer(process, "http://127.0.0.1:" + port + "/apis/ccompat/v7");
        try {
            server.awaitReady(log);
        } catch (RuntimeException | Error e) {
            server.close();
            throw e;
        }
        return server;
    }

    /** The address of its Confluent-compatible API. */
    String url() {
        return url;
    }

    @Override
    public void close() {
        process.destroy();
        process.onExit().join();
    }

    private void awaitReady(Path log) {
        Awaitility.await("Apicurio, whose log is " + log).atMost(START_LIMIT).until(() -> {
            if (!process.isAlive()) {
                throw new IllegalStateException("Apicurio has ended with code " + process.exitValue() + ", see " + log);
            }
            return answers();
        });
    }

    private boolean answers() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(url + "/subjects")).build();
        try {
            return HttpClient.newHttpClient()
                            .send(request, BodyHandlers.discarding())
                            .statusCode()
                    == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
