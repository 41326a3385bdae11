package io.lingoduct.model.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import io.lingoduct.model.bundle.BundleException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Finds tensors whose values stand in other files than the graph's. The runtime would read these from wherever the graph says,
 * seen from the working directory, and no checksum of the manifest covers them.
 */
public final class ExternalData {

    private ExternalData() {}

    /**
     * @param file where the model comes from
     * @throws BundleException if any of its tensors, however deep inside, lies in another file
     */
    public static void refuse(Path file, ModelProto model) {
        graphs(model)
                .map(ExternalData::find)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> model.getFunctionsList().stream()
                        .map(ExternalData::find)
                        .flatMap(Optional::stream)
                        .findFirst())
                .ifPresent(tensor -> {
                    throw new BundleException(
                            file,
                            "the values of its tensor \"" + tensor.getName()
                                    + "\" lie in another file (external data), which is not read; export the graph with all"
                                    + " values inside");
                });
    }

    private static Stream<GraphProto> graphs(ModelProto model) {
        var training = model.getTrainingInfoList().stream()
                .flatMap(info -> Stream.of(info.getInitialization(), info.getAlgorithm()));
        return Stream.concat(Stream.of(model.getGraph()), training);
    }

    private static Optional<TensorProto> find(GraphProto graph) {
        return Stream.concat(
                        graph.getInitializerList().stream(),
                        graph.getSparseInitializerList().stream().flatMap(ExternalData::parts))
                .filter(ExternalData::isExternal)
                .findFirst()
                .or(() -> findInNodes(graph.getNodeList()));
    }

    private static Optional<TensorProto> find(FunctionProto function) {
        return findInAttributes(function.getAttributeProtoList()).or(() -> findInNodes(function.getNodeList()));
    }

    private static Optional<TensorProto> findInNodes(List<NodeProto> nodes) {
        return nodes.stream()
                .map(node -> findInAttributes(node.getAttributeList()))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<TensorProto> findInAttributes(List<AttributeProto> attributes) {
        return attributes.stream()
                .map(ExternalData::find)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<TensorProto> find(AttributeProto attribute) {
        var tensors = Stream.concat(Stream.of(attribute.getT()), attribute.getTensorsList().stream());
        var sparse = Stream.concat(Stream.of(attribute.getSparseTensor()), attribute.getSparseTensorsList().stream());
        return Stream.concat(tensors, sparse.flatMap(ExternalData::parts))
                .filter(ExternalData::isExternal)
                .findFirst()
                .or(() -> Stream.concat(
                                attribute.hasG() ? Stream.of(attribute.getG()) : Stream.empty(),
                                attribute.getGraphsList().stream())
                        .map(ExternalData::find)
                        .flatMap(Optional::stream)
                        .findFirst());
    }

    private static Stream<TensorProto> parts(SparseTensorProto tensor) {
        return Stream.of(tensor.getValues(), tensor.getIndices());
    }

    // By either sign: what the runtime goes by may change.
    private static boolean isExternal(TensorProto tensor) {
        return tensor.getDataLocation() != TensorProto.DataLocation.DEFAULT || tensor.getExternalDataCount() > 0;
    }
}
