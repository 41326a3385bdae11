package io.lingoduct.model.graph;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import io.lingoduct.model.bundle.Shortlist;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tensors of one run: those that the graph knows, in native memory until they are closed. */
final class GraphInputs implements AutoCloseable {

    private static final Shortlist.Candidates WHOLE_VOCABULARY = new Shortlist.Candidates(new long[0], new boolean[0]);

    private final OrtEnvironment environment;
    private final Map<String, OnnxTensor> tensors = new HashMap<>();

    private GraphInputs(OrtEnvironment environment) {
        this.environment = environment;
    }

    /** @param known names of the graph's inputs */
    static GraphInputs of(OrtEnvironment environment, GraphCall call, Set<String> known) throws OrtException {
        var inputs = new GraphInputs(environment);
        try {
            inputs.fill(call, known);
            return inputs;
        } catch (OrtException | RuntimeException e) {
            inputs.close();
            throw e;
        }
    }

    Map<String, OnnxTensor> tensors() {
        return tensors;
    }

    private void fill(GraphCall call, Set<String> known) throws OrtException {
        int rows = call.rows().size();
        var search = call.search();
        tensors.put(GraphPorts.SOURCE_IDS, padded(call.rows(), rows, call.padId())); // [B, S]
        tensors.put(GraphPorts.SOURCE_LENGTHS, lengths(call.rows())); // [B]
        tensors.put(GraphPorts.MAX_LENGTH, scalar(call.maxLength()));
        if (known.contains(GraphPorts.BEAM_SIZE)) {
            tensors.put(GraphPorts.BEAM_SIZE, scalar(search.beamSize()));
            tensors.put(GraphPorts.LENGTH_PENALTY, scalar(search.lengthPenalty()));
        }
        if (known.contains(GraphPorts.COVERAGE_PENALTY)) {
            tensors.put(GraphPorts.COVERAGE_PENALTY, scalar(search.coveragePenalty()));
        }
        if (known.contains(GraphPorts.NO_REPEAT_NGRAM)) {
            tensors.put(GraphPorts.NO_REPEAT_NGRAM, scalar(search.noRepeatNgram()));
        }
        if (known.contains(GraphPorts.SCORES_WANTED)) {
            tensors.put(GraphPorts.SCORES_WANTED, OnnxTensor.createTensor(environment, search.scores()));
        }
        if (known.contains(GraphPorts.FORCED_IDS) || !call.targets().isEmpty()) {
            tensors.put(GraphPorts.FORCED_IDS, padded(call.targets(), rows, call.padId())); // [B, F]
        }
        if (known.contains(GraphPorts.CANDIDATE_IDS)) {
            var candidates = call.candidates() == null ? WHOLE_VOCABULARY : call.candidates();
            tensors.put(GraphPorts.CANDIDATE_IDS, ids(candidates.ids())); // [L]
            tensors.put(GraphPorts.CANDIDATE_MASK, flags(candidates.mask(), rows)); // [B, L]
        }
    }

    private OnnxTensor scalar(long value) throws OrtException {
        return OnnxTensor.createTensor(environment, value);
    }

    private OnnxTensor scalar(float value) throws OrtException {
        return OnnxTensor.createTensor(environment, value);
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

    private OnnxTensor lengths(List<long[]> rows) throws OrtException {
        var buffer = direct(rows.size() * Integer.BYTES).asIntBuffer();
        rows.forEach(row -> buffer.put(row.length));
        return OnnxTensor.createTensor(environment, buffer.flip(), new long[] {rows.size()});
    }

    private OnnxTensor ids(long[] values) throws OrtException {
        var buffer = direct(values.length * Long.BYTES).asLongBuffer().put(values);
        return OnnxTensor.createTensor(environment, buffer.flip(), new long[] {values.length});
    }

    private OnnxTensor flags(boolean[] values, int rows) throws OrtException {
        var buffer = direct(values.length);
        for (var value : values) {
            buffer.put((byte) (value ? 1 : 0));
        }
        return OnnxTensor.createTensor(
                environment, buffer.flip(), new long[] {rows, values.length / rows}, OnnxJavaType.BOOL);
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.nativeOrder());
    }

    @Override
    public void close() {
        tensors.values().forEach(OnnxTensor::close);
    }
}
