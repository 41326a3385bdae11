package io.lingoduct.bench.naive;

import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxTensorLike;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.bundle.BundleManifest;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.graph.GraphPorts;
import io.lingoduct.model.graph.Sessions;
import io.lingoduct.model.tokenizer.Tokenizer;
import io.lingoduct.text.segment.TextNormalizer;
import java.io.IOException;
import java.nio.FloatBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Translator that does as most programs do that call a translation model: one sentence at a time, one run of the decoder for
 * each token, the scores of all tokens handed to Java and the best one looked for there. The same weights and arithmetic as
 * the bundle's float32 graph, out of which it is cut.
 */
public final class NaiveTranslator implements AutoCloseable {

    private final BundleManifest manifest;
    private final StepGraphs graphs;
    private final Tokenizer tokenizer;
    private final OrtSession encoder;
    private final OrtSession step;
    private final List<String> stateInputs;
    private final List<String> stateOutputs;
    private final float[] scores;

    private NaiveTranslator(ModelBundle bundle, StepGraphs graphs) throws OrtException {
        this.manifest = bundle.manifest();
        this.graphs = graphs;
        this.stateInputs = names(graphs.step().stateInputs());
        this.stateOutputs = names(graphs.step().stateOutputs());
        this.scores = new float[manifest.vocabulary().targetSize()];
        this.encoder = Sessions.onCpu(graphs.encoder());
        try {
            this.step = Sessions.onCpu(graphs.step(encoder.getOutputInfo()));
            this.tokenizer = Tokenizer.load(bundle.targetTokenizerFile());
        } catch (OrtException | RuntimeException e) {
            encoder.close();
            throw e;
        }
    }

    /**
     * Takes a graph of a bundle apart and loads the parts.
     *
     * @throws UnsupportedGraphException if it cannot be taken apart
     */
    public static NaiveTranslator load(ModelBundle bundle, Path graph) throws IOException {
        var graphs = StepGraphs.of(graph);
        try {
            return new NaiveTranslator(bundle, graphs);
        } catch (OrtException e) {
            throw new UnsupportedGraphException("ONNX Runtime does not load its parts: " + e.getMessage());
        }
    }

    /**
     * Translates segment by segment, in their order. Not to be called by two threads at once.
     *
     * @throws TranslationException if ONNX Runtime fails
     */
    public List<String> translate(List<EncodedSegment> batch) {
        try {
            var texts = new ArrayList<String>(batch.size());
            for (var segment : batch) {
                texts.add(TextNormalizer.normalize(tokenizer.decode(search(segment.ids()))));
            }
            return texts;
        } catch (OrtException e) {
            throw new TranslationException("ONNX Runtime failed: " + e.getMessage(), e);
        }
    }

    private long[] search(long[] source) throws OrtException {
        var environment = Sessions.ENVIRONMENT;
        try (var ids = OnnxTensor.createTensor(environment, LongBuffer.wrap(source), new long[] {1, source.length});
                var lengths = OnnxTensor.createTensor(
                        environment, IntBuffer.wrap(new int[] {source.length}), new long[] {1});
                var greedy = OnnxTensor.createTensor(environment, 1L)) {
            var given = new HashMap<String, OnnxTensorLike>(Map.of(
                    GraphPorts.SOURCE_IDS, ids, GraphPorts.SOURCE_LENGTHS, lengths, GraphPorts.BEAM_SIZE, greedy));
            given.keySet().retainAll(encoder.getInputNames());
            try (var encoded = encoder.run(given)) {
                return decode(encoded, manifest.limits().targetTokens(source.length));
            }
        }
    }

    private long[] decode(OrtSession.Result encoded, int limit) throws OrtException {
        var said = new long[limit];
        var inputs = new HashMap<String, OnnxTensorLike>();
        graphs.sources().forEach(name -> inputs.put(name, tensor(encoded, name)));
        feedState(inputs, encoded, graphs.step().stateStarts());
        OrtSession.Result last = null;
        try {
            long token = manifest.vocabulary().bosId();
            for (int length = 0; length < limit; length++) {
                var result = runStep(inputs, token);
                closeIfAny(last);
                last = result;
                token = best(tensor(result, graphs.step().scores()).getFloatBuffer());
                if (token == manifest.vocabulary().eosId()) {
                    return Arrays.copyOf(said, length);
                }
                said[length] = token;
                feedState(inputs, result, stateOutputs);
            }
            return said;
        } finally {
            closeIfAny(last);
        }
    }

    private OrtSession.Result runStep(Map<String, OnnxTensorLike> inputs, long token) throws OrtException {
        try (var last =
                OnnxTensor.createTensor(Sessions.ENVIRONMENT, LongBuffer.wrap(new long[] {token}), new long[] {1})) {
            inputs.put(graphs.step().token().getName(), last);
            return step.run(inputs);
        }
    }

    private void feedState(Map<String, OnnxTensorLike> inputs, OrtSession.Result results, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            inputs.put(stateInputs.get(i), tensor(results, names.get(i)));
        }
    }

    private long best(FloatBuffer row) {
        row.get(scores);
        int best = 0;
        for (int i = 1; i < scores.length; i++) {
            if (scores[i] > scores[best]) {
                best = i;
            }
        }
        return best;
    }

    private static List<String> names(List<ValueInfoProto> values) {
        return values.stream().map(ValueInfoProto::getName).toList();
    }

    private static OnnxTensor tensor(OrtSession.Result results, String name) {
        return (OnnxTensor) results.get(name).orElseThrow();
    }

    private static void closeIfAny(OrtSession.Result result) {
        if (result != null) {
            result.close();
        }
    }

    @Override
    public void close() {
        try {
            tokenizer.close();
            step.close();
            encoder.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not close the session", e);
        }
    }
}
