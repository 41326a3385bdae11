package io.lingoduct.bench.naive;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.TensorInfo;
import com.google.protobuf.InvalidProtocolBufferException;
import io.lingoduct.model.graph.ExternalData;
import io.lingoduct.model.graph.GraphPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A translation graph taken apart into what a search in Java needs: a graph of the encoder, and one of a single decoder step
 * with the scores of all tokens as its result. Both do the arithmetic of the whole graph, node for node.
 */
final class StepGraphs {

    /** Inputs that the encoder may have; a graph that wants more cannot be run here. */
    private static final Set<String> ENCODER_INPUTS =
            Set.of(GraphPorts.SOURCE_IDS, GraphPorts.SOURCE_LENGTHS, GraphPorts.BEAM_SIZE);

    private final ModelProto model;
    private final GraphScope outer;
    private final GreedyStep step;
    private final List<String> sources;

    private StepGraphs(ModelProto model, GreedyLoops.Found found) {
        this.model = model;
        this.outer = GraphScope.of(found.line());
        this.step = new GreedyStep(found);
        this.sources =
                step.captured().stream().filter(outer::isComputedFromInputs).toList();
    }

    /**
     * Takes a graph apart.
     *
     * @throws UnsupportedGraphException if it has no greedy loop, or one of another kind
     */
    static StepGraphs of(Path file) throws IOException {
        var model = parsed(Files.readAllBytes(file));
        ExternalData.refuse(file, model);
        return of(model);
    }

    static StepGraphs of(byte[] serialized) {
        return of(parsed(serialized));
    }

    private static ModelProto parsed(byte[] serialized) {
        try {
            return ModelProto.parseFrom(serialized);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not an ONNX model: " + e.getMessage(), e);
        }
    }

    private static StepGraphs of(ModelProto model) {
        var found = GreedyLoops.find(model.getGraph())
                .orElseThrow(() -> new UnsupportedGraphException("it has no loop that takes an arg-max"));
        return new StepGraphs(model, found);
    }

    GreedyStep step() {
        return step;
    }

    /** Names of what a step reads of the source, results of the encoder. */
    List<String> sources() {
        return sources;
    }

    /** The graph up to the loop: source in, {@link #sources()} and the first state out. */
    byte[] encoder() {
        var results = new LinkedHashSet<>(sources);
        results.addAll(step.stateStarts());
        var slice = outer.slice(List.copyOf(results), Set.of());
        var graph = GraphProto.newBuilder()
                .setName("encoder")
                .addAllNode(slice.nodes())
                .addAllInitializer(slice.weights());
        for (var input : model.getGraph().getInputList()) {
            if (slice.contains(input.getName())) {
                if (!ENCODER_INPUTS.contains(input.getName())) {
                    throw new UnsupportedGraphException("its encoder reads the input " + input.getName());
                }
                graph.addInput(input);
            }
        }
        results.forEach(name -> graph.addOutput(ValueInfoProto.newBuilder().setName(name)));
        return serialize(graph);
    }

    /**
     * One step: the last token, the state and {@link #sources()} in, the scores and the next state out.
     *
     * @param encoderResults what the session of the encoder says about its results
     */
    byte[] step(Map<String, NodeInfo> encoderResults) {
        var slice = step.slice();
        var constants = step.captured().stream()
                .filter(name -> !outer.isComputedFromInputs(name))
                .toList();
        var weights = outer.slice(constants, Set.of());
        var graph = GraphProto.newBuilder()
                .setName("step")
                .addAllNode(weights.nodes())
                .addAllNode(slice.nodes())
                .addAllInitializer(weights.weights())
                .addAllInitializer(slice.weights())
                .addInput(step.token())
                .addAllInput(step.stateInputs())
                .addOutput(ValueInfoProto.newBuilder().setName(step.scores()))
                .addAllOutput(step.stateOutputs());
        sources.forEach(name -> graph.addInput(declared(name, encoderResults.get(name))));
        return serialize(graph);
    }

    private byte[] serialize(GraphProto.Builder graph) {
        return model.toBuilder().setGraph(graph).build().toByteArray();
    }

    private static ValueInfoProto declared(String name, NodeInfo result) {
        var type = TypeProto.Tensor.newBuilder()
                .setElemType(elementType(name, result).getNumber());
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder().setTensorType(type))
                .build();
    }

    private static DataType elementType(String name, NodeInfo result) {
        var type = result.getInfo() instanceof TensorInfo tensor ? tensor.type : OnnxJavaType.UNKNOWN;
        return switch (type) {
            case FLOAT -> DataType.FLOAT;
            case INT32 -> DataType.INT32;
            case INT64 -> DataType.INT64;
            case BOOL -> DataType.BOOL;
            default -> throw new UnsupportedGraphException("its loop reads " + name + ", which is of type " + type);
        };
    }
}
