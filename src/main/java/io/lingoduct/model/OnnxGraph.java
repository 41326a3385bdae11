package io.lingoduct.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;

/**
 * A graph loaded into ONNX Runtime: token ids in, token ids and scores out. Safe to run from many threads, each run on one
 * core: parallel runs on one session beat one run on many cores for graphs of this size.
 */
public final class OnnxGraph implements AutoCloseable {

    /**
     * What one run returned.
     *
     * @param targetIds row by row, {@code [B · width]}
     * @param scores {@code [B]}
     */
    public record Output(long[] targetIds, int width, float[] scores) {}

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final boolean beamInputs;
    private final boolean forcedInput;

    private OnnxGraph(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
        this.beamInputs = GraphContract.hasBeamInputs(session);
        this.forcedInput = GraphContract.hasForcedInput(session);
    }

    /**
     * Loads a graph that keeps the contract.
     *
     * @param maxBeamSize the largest beam that will be asked of it; 1 where it is greedy only
     * @throws BundleException if it cannot be loaded or breaks the contract
     */
    public static OnnxGraph load(Path file, int maxBeamSize) {
        var environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        try (var options = sessionOptions()) {
            var session = environment.createSession(file.toString(), options);
            try {
                requireContract(file, session, maxBeamSize);
                return new OnnxGraph(environment, session);
            } catch (OrtException | RuntimeException e) {
                session.close();
                throw e;
            }
        } catch (OrtException e) {
            throw new BundleException(file, "ONNX Runtime cannot load this graph: " + e.getMessage(), e);
        }
    }

    private static void requireContract(Path file, OrtSession session, int maxBeamSize) throws OrtException {
        var faults = GraphContract.faults(session, maxBeamSize);
        if (!faults.isEmpty()) {
            throw new BundleException(file, String.join("; ", faults) + " (see docs/graph-contract.md)");
        }
    }

    private static OrtSession.SessionOptions sessionOptions() throws OrtException {
        var options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.addConfigEntry("session.inter_op.allow_spinning", "0");
        // Every batch has another shape: an arena would only grow, and a memory pattern never fits twice.
        options.setCPUArenaAllocator(false);
        options.setMemoryPatternOptimization(false);
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        return options;
    }

    /** Whether a target can be given, see {@link #runForced}. */
    public boolean acceptsForcedTargets() {
        return forcedInput;
    }

    /**
     * Translates the rows in one run.
     *
     * @param rows token ids of each row, end-of-sentence included
     * @param padId fills the rows up to the longest
     * @throws OrtException if the runtime fails
     */
    public Output run(List<long[]> rows, long padId, int maxLength, SearchOptions search) throws OrtException {
        return run(rows, List.of(), padId, maxLength, search);
    }

    /**
     * Runs the rows with the tokens of given targets in place of those that the search would choose.
     *
     * @param rows as for {@link #run}
     * @param targets token ids of each row's target, end-of-sentence included
     * @param maxLength at least the length of the longest target, or that one is cut
     * @return the targets, each with the sum of its tokens' log-probabilities as its score
     * @throws OrtException if the runtime fails, as it does where the graph does not accept forced targets
     */
    public Output runForced(List<long[]> rows, List<long[]> targets, long padId, int maxLength) throws OrtException {
        return run(rows, targets, padId, maxLength, new SearchOptions(1, 0));
    }

    private Output run(List<long[]> rows, List<long[]> targets, long padId, int maxLength, SearchOptions search)
            throws OrtException {
        var inputs = new HashMap<String, OnnxTensor>();
        try {
            inputs.put(GraphContract.SOURCE_IDS, padded(rows, rows.size(), padId)); // [B, S]
            inputs.put(GraphContract.SOURCE_LENGTHS, tensor(lengths(rows), rows.size())); // [B]
            inputs.put(GraphContract.MAX_LENGTH, OnnxTensor.createTensor(environment, (long) maxLength));
            if (beamInputs) {
                inputs.put(GraphContract.BEAM_SIZE, OnnxTensor.createTensor(environment, (long) search.beamSize()));
                inputs.put(GraphContract.LENGTH_PENALTY, OnnxTensor.createTensor(environment, search.lengthPenalty()));
            }
            if (forcedInput || !targets.isEmpty()) {
                inputs.put(GraphContract.FORCED_IDS, padded(targets, rows.size(), padId)); // [B, F]
            }
            try (var result = session.run(inputs, GraphContract.OUTPUTS)) {
                return read(result, rows.size());
            }
        } finally {
            inputs.values().forEach(OnnxTensor::close);
        }
    }

    private static Output read(OrtSession.Result result, int rows) {
        var targetIds = (OnnxTensor) result.get(GraphContract.TARGET_IDS).orElseThrow();
        var scores = (OnnxTensor) result.get(GraphContract.SCORES).orElseThrow();
        var idShape = targetIds.getInfo().getShape(); // [B, T]
        var scoreShape = scores.getInfo().getShape(); // [B]
        if (idShape.length != 2 || idShape[0] != rows || !Arrays.equals(scoreShape, new long[] {rows})) {
            throw new TranslationException(
                    "the graph answered a batch of " + rows + " with " + GraphContract.TARGET_IDS + " of shape "
                            + Arrays.toString(idShape) + " and " + GraphContract.SCORES + " of shape "
                            + Arrays.toString(scoreShape));
        }
        var ids = new long[Math.toIntExact(rows * idShape[1])];
        targetIds.getLongBuffer().get(ids);
        var rowScores = new float[rows];
        scores.getFloatBuffer().get(rowScores);
        return new Output(ids, (int) idShape[1], rowScores);
    }

    /** As wide as the longest row; without rows {@code [count, 0]}. */
    private OnnxTensor padded(List<long[]> rows, int count, long padId) throws OrtException {
        int width = rows.stream().mapToInt(row -> row.length).max().orElse(0);
        var buffer = direct(rows.size() * width * Long.BYTES).asLongBuffer();
        for (var row : rows) {
            buffer.put(row);
            for (int i = row.length; i < width; i++) {
                buffer.put(padId);
            }
        }
        return OnnxTensor.createTensor(environment, buffer.flip(), new long[] {count, width});
    }

    private static IntBuffer lengths(List<long[]> rows) {
        var buffer = direct(rows.size() * Integer.BYTES).asIntBuffer();
        rows.forEach(row -> buffer.put(row.length));
        return buffer.flip();
    }

    private OnnxTensor tensor(IntBuffer values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(environment, values, shape);
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    /** Must not be called while a run is going on. */
    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not close the session", e);
        }
    }
}
