package io.lingoduct.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** HTTP as it goes over a socket: says what no proper client would. */
final class RawHttp {

    private static final int PATIENCE_MILLIS = 30_000;

    /** An answer: the status line and the headers as they came, and the body. */
    record Reply(String status, List<String> headers, String body) {

        int code() {
            return Integer.parseInt(status.split(" ")[1]);
        }

        Optional<String> header(String name) {
            var start = name.toLowerCase(Locale.ROOT) + ": ";
            return headers.stream()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(start))
                    .map(line -> line.substring(start.length()))
                    .findFirst();
        }

        JsonNode json() {
            try {
                return new ObjectMapper().readTree(body);
            } catch (IOException e) {
                throw new AssertionError("no JSON: " + body, e);
            }
        }
    }

    private RawHttp() {}

    static Socket connect(AdminServer server) throws IOException {
        var socket = new Socket(InetAddress.getLoopbackAddress(), server.port());
        socket.setSoTimeout(PATIENCE_MILLIS);
        return socket;
    }

    static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(UTF_8));
        socket.getOutputStream().flush();
    }

    /** Sends one request on a connection of its own and reads until the server closes it. */
    static Reply ask(AdminServer server, String method, String path, String... headers) throws IOException {
        var request = new StringBuilder(method + " " + path + " HTTP/1.1\r\nHost: 127.0.0.1\r\nConnection: close\r\n");
        for (var header : headers) {
            request.append(header).append("\r\n");
        }
        return exchange(server, request + "\r\n");
    }

    /** Sends what is given and reads until the server closes the connection. */
    static Reply exchange(AdminServer server, String request) throws IOException {
        try (var socket = connect(server)) {
            send(socket, request);
            var text = new String(socket.getInputStream().readAllBytes(), UTF_8);
            int end = text.indexOf("\r\n\r\n");
            var head = List.of(text.substring(0, end).split("\r\n"));
            return new Reply(head.get(0), head.subList(1, head.size()), text.substring(end + 4));
        }
    }

    /** Reads one answer from a connection that stays open. */
    static Reply read(Socket socket) throws IOException {
        var head = new ByteArrayOutputStream();
        while (!head.toString(UTF_8).endsWith("\r\n\r\n")) {
            int next = socket.getInputStream().read();
            if (next < 0) {
                throw new IOException("closed after: " + head.toString(UTF_8));
            }
            head.write(next);
        }
        var lines = List.of(head.toString(UTF_8).split("\r\n"));
        var reply = new Reply(lines.get(0), lines.subList(1, lines.size()), "");
        int length = reply.header("Content-Length").map(Integer::parseInt).orElse(0);
        var body = new String(socket.getInputStream().readNBytes(length), UTF_8);
        return new Reply(reply.status(), reply.headers(), body);
    }
}
