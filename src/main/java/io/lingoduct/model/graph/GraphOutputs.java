package io.lingoduct.model.graph;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtSession;
import io.lingoduct.model.TranslationException;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Reads what a run returned, and refuses shapes that the contract does not allow. */
record GraphOutputs(OrtSession.Result result, int rows) {

    OnnxGraph.Output best() {
        var ids = tensor(GraphPorts.TARGET_IDS);
        var scores = tensor(GraphPorts.SCORES);
        var idShape = ids.getInfo().getShape(); // [B, T]
        boolean fits = idShape.length == 2 && idShape[0] == rows;
        requireShapes(
                fits && Arrays.equals(scores.getInfo().getShape(), new long[] {rows}),
                GraphPorts.TARGET_IDS,
                GraphPorts.SCORES);
        return new OnnxGraph.Output(longs(ids), (int) idShape[1], floats(scores));
    }

    OnnxGraph.NBest all() {
        var ids = tensor(GraphPorts.NBEST_IDS);
        var scores = tensor(GraphPorts.NBEST_SCORES);
        var idShape = ids.getInfo().getShape(); // [B, K, T]
        boolean fits = idShape.length == 3 && idShape[0] == rows;
        requireShapes(
                fits && Arrays.equals(scores.getInfo().getShape(), new long[] {rows, idShape[1]}),
                GraphPorts.NBEST_IDS,
                GraphPorts.NBEST_SCORES);
        return new OnnxGraph.NBest(longs(ids), (int) idShape[1], (int) idShape[2], floats(scores));
    }

    OnnxGraph.Looks attention() {
        var weights = tensor(GraphPorts.ATTENTION);
        var shape = weights.getInfo().getShape(); // [B, T, S]
        requireShapes(shape.length == 3 && shape[0] == rows, GraphPorts.ATTENTION);
        return new OnnxGraph.Looks(floats(weights), (int) shape[1], (int) shape[2]);
    }

    private void requireShapes(boolean fit, String... names) {
        if (!fit) {
            var shapes = Arrays.stream(names)
                    .map(name -> name + " of shape "
                            + Arrays.toString(tensor(name).getInfo().getShape()))
                    .collect(Collectors.joining(" and "));
            throw new TranslationException("the graph answered a batch of " + rows + " with " + shapes);
        }
    }

    private OnnxTensor tensor(String name) {
        return (OnnxTensor) result.get(name).orElseThrow();
    }

    private static long[] longs(OnnxTensor tensor) {
        var buffer = tensor.getLongBuffer();
        var values = new long[buffer.remaining()];
        buffer.get(values);
        return values;
    }

    private static float[] floats(OnnxTensor tensor) {
        var buffer = tensor.getFloatBuffer();
        var values = new float[buffer.remaining()];
        buffer.get(values);
        return values;
    }
}
