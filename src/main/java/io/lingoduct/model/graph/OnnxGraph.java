package io.lingoduct.model.graph;

import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.lingoduct.model.Cancellation;
import io.lingoduct.model.bundle.BundleException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Function;

/**
 * A graph loaded into ONNX Runtime: token ids in, token ids and scores out. Safe to run from many threads, each run on one
 * core: parallel runs on one session beat one run on many cores for graphs of this size.
 */
public final class OnnxGraph implements AutoCloseable {

    private static final Set<String> BEST = Set.of(GraphPorts.TARGET_IDS, GraphPorts.SCORES);
    private static final Set<String> ALL = Set.of(GraphPorts.NBEST_IDS, GraphPorts.NBEST_SCORES);
    private static final Set<String> LOOKS = Set.of(GraphPorts.ATTENTION);

    /**
     * The best hypothesis of each row.
     *
     * @param targetIds row by row, {@code [B · width]}
     * @param scores {@code [B]}
     */
    public record Output(long[] targetIds, int width, float[] scores) {}

    /**
     * All hypotheses of each row, the best first.
     *
     * @param targetIds {@code [B · beam · width]}
     * @param scores {@code [B · beam]}
     */
    public record NBest(long[] targetIds, int beam, int width, float[] scores) {}

    /**
     * Attention of the decoder while it said given targets.
     *
     * @param weights {@code [B · targets · sources]}; of each row and target position they add up to 1
     */
    public record Looks(float[] weights, int targets, int sources) {}

    private final GraphSessions sessions;
    private final Set<String> inputs;
    private final Set<String> outputs;

    private OnnxGraph(GraphSessions sessions, OrtSession first) {
        this.sessions = sessions;
        this.inputs = first.getInputNames();
        this.outputs = first.getOutputNames();
    }

    /**
     * Loads a graph that keeps the contract, for the CPU.
     *
     * @param maxBeamSize the largest beam that will be asked of it; 1 where it is greedy only
     * @throws BundleException if it cannot be loaded or breaks the contract
     */
    public static OnnxGraph load(Path file, int maxBeamSize) {
        return load(file, maxBeamSize, SearchKind.GREEDY);
    }

    /**
     * The same, ready for a kind of search; others are loaded when they are asked for.
     *
     * @throws BundleException if it cannot be loaded or breaks the contract
     */
    public static OnnxGraph load(Path file, int maxBeamSize, SearchKind kind) {
        try {
            return checked(file, GraphSessions.onCpu(file), maxBeamSize, kind);
        } catch (OrtException e) {
            throw new BundleException(file, "ONNX Runtime cannot load this graph: " + e.getMessage(), e);
        }
    }

    /**
     * Loads it for a GPU.
     *
     * @throws OrtException if the GPU cannot be used
     * @throws BundleException if the graph breaks the contract
     */
    public static OnnxGraph loadOnCuda(Path file, int maxBeamSize, int device) throws OrtException {
        return checked(file, GraphSessions.onCuda(file, device), maxBeamSize, SearchKind.GREEDY);
    }

    private static OnnxGraph checked(Path file, GraphSessions sessions, int maxBeamSize, SearchKind kind)
            throws OrtException {
        try {
            var first = sessions.of(kind);
            var faults = GraphContract.faults(first, maxBeamSize);
            if (!faults.isEmpty()) {
                throw new BundleException(file, String.join("; ", faults) + " (see docs/graph-contract.md)");
            }
            return new OnnxGraph(sessions, first);
        } catch (OrtException | RuntimeException | Error e) {
            sessions.close();
            throw e;
        }
    }

    /** Whether its kinds of search are loaded one by one, as they are asked for. */
    public boolean hasKinds() {
        return sessions.hasKinds();
    }

    /** @param name one of {@link GraphPorts} */
    public boolean hasInput(String name) {
        return inputs.contains(name);
    }

    /** @param name one of {@link GraphPorts} */
    public boolean hasOutput(String name) {
        return outputs.contains(name);
    }

    /**
     * Translates the rows in one run.
     *
     * @throws OrtException if the runtime fails, as it does for targets or candidates that the graph does not accept
     */
    public Output run(GraphCall call) throws OrtException {
        return run(call, new Cancellation());
    }

    /** As {@link #run(GraphCall)}, until it is told to end; then the runtime fails. */
    public Output run(GraphCall call, Cancellation cancellation) throws OrtException {
        return run(call, BEST, GraphOutputs::best, cancellation);
    }

    /** Translates the rows in one run and keeps all hypotheses of the beam; needs {@link GraphPorts#NBEST_IDS}. */
    public NBest runForAll(GraphCall call) throws OrtException {
        return run(call, ALL, GraphOutputs::all, new Cancellation());
    }

    /** Tells where the decoder looks while it says the call's targets; needs {@link GraphPorts#ATTENTION}. */
    public Looks runForAttention(GraphCall call) throws OrtException {
        return run(call, LOOKS, GraphOutputs::attention, new Cancellation());
    }

    private <T> T run(GraphCall call, Set<String> wanted, Function<GraphOutputs, T> read, Cancellation cancellation)
            throws OrtException {
        var session = sessions.of(SearchKind.of(call));
        try (var tensors = GraphInputs.of(Sessions.ENVIRONMENT, call, inputs);
                var options = new OrtSession.RunOptions();
                var result = run(session, tensors, wanted, options, cancellation)) {
            return read.apply(new GraphOutputs(result, call.rows().size()));
        }
    }

    private static OrtSession.Result run(
            OrtSession session,
            GraphInputs inputs,
            Set<String> wanted,
            OrtSession.RunOptions options,
            Cancellation cancellation)
            throws OrtException {
        cancellation.begin(() -> terminate(options));
        try {
            return session.run(inputs.tensors(), wanted, options);
        } finally {
            cancellation.over();
        }
    }

    private static void terminate(OrtSession.RunOptions options) {
        try {
            options.setTerminate(true);
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime cannot be told to end a run", e);
        }
    }

    /** Must not be called while a run is going on. */
    @Override
    public void close() {
        sessions.close();
    }
}
