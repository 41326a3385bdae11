package io.lingoduct.model.graph;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.lingoduct.model.bundle.BundleException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * A graph in ONNX Runtime, a session for each kind of search that has been asked for. Loaded whole, a graph that a user
 * searches in one way would take several times as long to load and as much memory.
 */
final class GraphSessions implements AutoCloseable {

    /** Makes a session for a kind of search. */
    private interface Loader {
        OrtSession load(SearchKind kind) throws OrtException;
    }

    /** The session of every kind that has been asked for; kinds that are one search in this graph have one in common. */
    private final Map<SearchKind, OrtSession> byKind = new ConcurrentHashMap<>();

    private final Map<Set<SearchChoice>, OrtSession> sessions = new HashMap<>();
    private final Loader loader;
    private final Function<SearchKind, Set<SearchChoice>> choices;
    private final boolean hasKinds;

    /** @param choices those of a kind of search, equal for kinds that are one search in this graph */
    private GraphSessions(Loader loader, Function<SearchKind, Set<SearchChoice>> choices, boolean hasKinds) {
        this.loader = loader;
        this.choices = choices;
        this.hasKinds = hasKinds;
    }

    /**
     * Reads a graph that is to run on the CPU; nothing is loaded yet. The file may go once this has returned.
     *
     * @throws BundleException if the file cannot be read or is refused
     */
    static GraphSessions onCpu(Path file) {
        var stored = StoredGraph.of(file);
        return new GraphSessions(kind -> Sessions.onCpu(stored.preparedFor(kind)), stored::choices, stored.hasKinds());
    }

    /**
     * One session for all kinds, on a GPU.
     *
     * @throws BundleException if the file cannot be read or is refused
     */
    static GraphSessions onCuda(Path file, int device) {
        // Read when the only session is made, and not kept.
        return new GraphSessions(
                kind -> Sessions.onCuda(StoredGraph.of(file).whole(), device), kind -> Set.of(), false);
    }

    /** Whether kinds of search have sessions of their own. */
    boolean hasKinds() {
        return hasKinds;
    }

    /**
     * The session for a kind of search; the first that asks waits until it is loaded.
     *
     * @throws OrtException if the runtime cannot load it
     */
    OrtSession of(SearchKind kind) throws OrtException {
        var session = byKind.get(kind);
        return session == null ? load(kind) : session;
    }

    private synchronized OrtSession load(SearchKind kind) throws OrtException {
        var held = choices.apply(kind);
        var session = sessions.get(held);
        if (session == null) {
            session = loader.load(kind);
            sessions.put(held, session);
        }
        byKind.put(kind, session);
        return session;
    }

    /** Must not be called while one is in use. */
    @Override
    public synchronized void close() {
        try {
            for (var session : sessions.values()) {
                session.close();
            }
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not close a session", e);
        } finally {
            sessions.clear();
            byKind.clear();
        }
    }
}
