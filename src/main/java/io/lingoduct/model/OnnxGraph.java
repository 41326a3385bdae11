package io.lingoduct.model;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
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

    private OnnxGraph(OrtEnvironment environment, OrtSession session) {
        this.environment = environment;
        this.session = session;
        this.beamInputs = GraphContract.hasBeamInputs(session);
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

    /**
     * Translates the rows in one run.
     *
     * @param rows token ids of each row, end-of-sentence included
     * @param padId fills the rows up to the longest
     * @throws OrtException if the runtime fails
     */
    public Output run(List<long[]> rows, long padId, int maxLength, SearchOptions search) throws OrtException {
        int width = rows.stream().mapToInt(row -> row.length).max().orElseThrow();
        var inputs = new HashMap<String, OnnxTensor>();
        try {
            inputs.put(GraphContract.SOURCE_IDS, tensor(pad(rows, width, padId), rows.size(), width)); // [B, S]
            inputs.put(GraphContract.SOURCE_LENGTHS, tensor(lengths(rows), rows.size())); // [B]
            inputs.put(GraphContract.MAX_LENGTH, OnnxTensor.createTensor(environment, (long) maxLength));
            if (beamInputs) {
                inputs.put(GraphContract.BEAM_SIZE, OnnxTensor.createTensor(environment, (long) search.beamSize()));
                inputs.put(GraphContract.LENGTH_PENALTY, OnnxTensor.createTensor(environment, search.lengthPenalty()));
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

    private static LongBuffer pad(List<long[]> rows, int width, long padId) {
        var buffer = direct(rows.size() * width * Long.BYTES).asLongBuffer();
        for (var row : rows) {
            buffer.put(row);
            for (int i = row.length; i < width; i++) {
                buffer.put(padId);
            }
        }
        return buffer.flip();
    }

    private static IntBuffer lengths(List<long[]> rows) {
        var buffer = direct(rows.size() * Integer.BYTES).asIntBuffer();
        rows.forEach(row -> buffer.put(row.length));
        return buffer.flip();
    }

    private OnnxTensor tensor(LongBuffer values, long... shape) throws OrtException {
        return OnnxTensor.createTensor(environment, values, shape);
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
