package io.lingoduct.admin;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongSupplier;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.EndPoint;

/**
 * Open connections, and which of them wait for their client: to send the head of a request, or to read an answer. What waits
 * too long is closed, however diligently it sends a byte now and then. Where there are too many, the one that has waited
 * longest is closed, so that a new one always gets its turn: half-open connections keep nobody out, they drive each other
 * out. A connection whose request is worked on does not wait.
 */
final class Connections implements Connection.Listener {

    private final int most;
    private final long longestNanos;
    private final LongSupplier nanoTime;
    private final Set<EndPoint> open = new HashSet<>();
    // Since when; in this order, too.
    private final Map<EndPoint, Long> waiting = new LinkedHashMap<>();

    /**
     * @param most open at once
     * @param longestNanos that a connection may wait for its client
     * @param nanoTime a clock
     */
    Connections(int most, long longestNanos, LongSupplier nanoTime) {
        this.most = most;
        this.longestNanos = longestNanos;
        this.nanoTime = nanoTime;
    }

    @Override
    public void onOpened(Connection connection) {
        close(opened(connection.getEndPoint()), "others need its place");
    }

    @Override
    public synchronized void onClosed(Connection connection) {
        open.remove(connection.getEndPoint());
        waiting.remove(connection.getEndPoint());
    }

    /** A request is there and is worked on. */
    synchronized void works(EndPoint connection) {
        waiting.remove(connection);
    }

    /** From now on it is the client's turn. */
    synchronized void waits(EndPoint connection) {
        waiting.remove(connection);
        if (open.contains(connection)) {
            waiting.put(connection, nanoTime.getAsLong());
        }
    }

    /** Closes what has waited too long; to be called now and then. */
    void closeSlow() {
        close(slow(), "its client takes too long");
    }

    private synchronized List<EndPoint> opened(EndPoint connection) {
        open.add(connection);
        waiting.put(connection, nanoTime.getAsLong());
        return forget(
                waiting.keySet().stream().limit(Math.max(0, open.size() - most)).toList());
    }

    private synchronized List<EndPoint> slow() {
        var slow = new ArrayList<EndPoint>();
        for (var entry : waiting.entrySet()) {
            if (nanoTime.getAsLong() - entry.getValue() < longestNanos) {
                break;
            }
            slow.add(entry.getKey());
        }
        return forget(slow);
    }

    private List<EndPoint> forget(List<EndPoint> connections) {
        connections.forEach(open::remove);
        connections.forEach(waiting::remove);
        return connections;
    }

    private static void close(List<EndPoint> connections, String reason) {
        connections.forEach(connection -> connection.close(new IOException(reason)));
    }
}
