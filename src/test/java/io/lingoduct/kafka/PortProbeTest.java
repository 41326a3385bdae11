package io.lingoduct.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.kafka.PortProbe.Answer;
import io.lingoduct.kafka.PortProbe.Answer.Kind;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortProbeTest {

    private static final PortProbe PROBE = new PortProbe(Duration.ofSeconds(10));
    private static final PortProbe HASTY = new PortProbe(Duration.ofMillis(300));

    @TempDir
    private Path folder;

    /** What a server does with a connection. */
    @FunctionalInterface
    private interface Manner {

        void serve(Socket socket) throws IOException;
    }

    @Test
    void shouldTellTlsBehindWhichNobodySpeaksKafka() throws Exception {
        var context = TestKeystore.create(folder).server();
        try (var server = context.getServerSocketFactory().createServerSocket(0, 5, local())) {
            var answer = asked(PROBE, server, socket -> {
                socket.getInputStream().read();
                socket.getOutputStream().write("who are you?".getBytes(StandardCharsets.UTF_8));
            });

            assertThat(answer).isEqualTo(Answer.of(Kind.STRANGER, true));
        }
    }

    @Test
    void shouldTellAnotherProtocol() throws Exception {
        try (var server = new ServerSocket(0, 5, local())) {
            var answer = asked(PROBE, server, socket -> socket.getOutputStream()
                    .write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(StandardCharsets.UTF_8)));

            assertThat(answer).isEqualTo(Answer.of(Kind.STRANGER, false));
        }
    }

    @Test
    void shouldReadNoMoreThanTheLengthOfTheAnswer() throws Exception {
        var name = new byte[50_000];
        try (var server = new ServerSocket(0, 5, local())) {
            var answer = asked(PROBE, server, socket -> {
                var in = new DataInputStream(socket.getInputStream());
                in.skipBytes(8);
                var out = new DataOutputStream(socket.getOutputStream());
                out.writeInt(60_000);
                out.writeInt(in.readInt());
                out.writeShort(33);
                out.writeInt(3);
                for (int i = 0; i < 3; i++) {
                    out.writeShort(name.length);
                    out.write(name);
                }
            });

            assertThat(answer).isEqualTo(Answer.of(Kind.STRANGER, false));
        }
    }

    @Test
    void shouldNotWaitForAPortThatSaysNothing() throws Exception {
        try (var server = new ServerSocket(0, 5, local())) {
            assertThat(HASTY.ask("127.0.0.1", server.getLocalPort())).isEqualTo(Answer.of(Kind.SILENT, false));
        }
    }

    @Test
    void shouldTellThatNobodyListens() throws Exception {
        int port;
        try (var server = new ServerSocket(0, 5, local())) {
            port = server.getLocalPort();
        }

        assertThat(PROBE.ask("127.0.0.1", port)).isEqualTo(Answer.of(Kind.CLOSED, false));
        assertThat(PROBE.ask("no-such-host.invalid", 9092)).isEqualTo(Answer.of(Kind.CLOSED, false));
    }

    private static InetAddress local() {
        return InetAddress.getLoopbackAddress();
    }

    private static Answer asked(PortProbe probe, ServerSocket server, Manner manner) {
        var serving = CompletableFuture.runAsync(() -> serve(server, manner));
        var answer = probe.ask("127.0.0.1", server.getLocalPort());
        assertThat(serving).isNotCompletedExceptionally();
        return answer;
    }

    /** Serves connections one after another until the server is closed; clients that do not speak its language are hung up on. */
    private static void serve(ServerSocket server, Manner manner) {
        while (!server.isClosed()) {
            try (var socket = server.accept()) {
                manner.serve(socket);
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
            } catch (IOException e) {
                // Of this connection, or of the server when it is closed.
                continue;
            }
        }
    }
}
