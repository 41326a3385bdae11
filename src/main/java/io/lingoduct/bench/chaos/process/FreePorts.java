package io.lingoduct.bench.chaos.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports for servers that go away and come back. They lie below those that systems give to outgoing connections: a client that
 * tries for long to reach a server that is away may otherwise be given the server's own port, connect to itself, and keep it.
 */
public final class FreePorts {

    private static final int LOWEST = 20_000;
    private static final int HIGHEST = 30_000;
    private static final int ATTEMPTS = 100;

    private FreePorts() {}

    /** @throws IOException if none is found */
    public static int find() throws IOException {
        IOException failure = null;
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (var socket = new ServerSocket(port, 1, InetAddress.getByName("127.0.0.1"))) {
                return socket.getLocalPort();
            } catch (IOException e) {
                failure = e;
            }
        }
        throw new IOException("no free port between " + LOWEST + " and " + HIGHEST, failure);
    }
}
