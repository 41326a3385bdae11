package io.lingoduct.model.graph;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.SparseTensorProto;
import ai.onnx.proto.OnnxMl.StringStringEntryProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TrainingInfoProto;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.runtime.OnnxTranslator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ExternalDataTest {

    private static final TensorProto EXTERNAL = TensorProto.newBuilder()
            .setName("secret")
            .setDataType(TensorProto.DataType.FLOAT_VALUE)
            .addDims(1)
            .setDataLocation(TensorProto.DataLocation.EXTERNAL)
            .addExternalData(
                    StringStringEntryProto.newBuilder().setKey("location").setValue("pom.xml"))
            .build();

    @TempDir
    Path folder;

    static Stream<GraphProto> graphsWithExternalData() {
        var sparse = SparseTensorProto.newBuilder().setIndices(EXTERNAL).build();
        var initializer = GraphProto.newBuilder().addInitializer(EXTERNAL).build();
        return Stream.of(
                initializer,
                GraphProto.newBuilder()
                        .addInitializer(EXTERNAL.toBuilder().clearDataLocation())
                        .build(),
                GraphProto.newBuilder()
                        .addInitializer(EXTERNAL.toBuilder().clearExternalData())
                        .build(),
                GraphProto.newBuilder().addSparseInitializer(sparse).build(),
                graph(AttributeProto.newBuilder().setT(EXTERNAL)),
                graph(AttributeProto.newBuilder().addTensors(EXTERNAL)),
                graph(AttributeProto.newBuilder().setSparseTensor(sparse)),
                graph(AttributeProto.newBuilder().addSparseTensors(sparse)),
                graph(AttributeProto.newBuilder().setG(initializer)),
                graph(AttributeProto.newBuilder()
                        .addGraphs(graph(AttributeProto.newBuilder().setG(initializer)))));
    }

    @ParameterizedTest
    @MethodSource("graphsWithExternalData")
    void shouldRefuseValuesInOtherFilesWhereverTheyAre(GraphProto graph) {
        assertRefused(ModelProto.newBuilder().setGraph(graph).build());
        assertRefused(ModelProto.newBuilder()
                .addTrainingInfo(TrainingInfoProto.newBuilder().setAlgorithm(graph))
                .build());
        assertRefused(ModelProto.newBuilder()
                .addFunctions(FunctionProto.newBuilder()
                        .addAttributeProto(AttributeProto.newBuilder().setG(graph)))
                .build());
        assertRefused(ModelProto.newBuilder()
                .addFunctions(FunctionProto.newBuilder()
                        .addNode(NodeProto.newBuilder()
                                .addAttribute(AttributeProto.newBuilder().setG(graph))))
                .build());
    }

    @Test
    void shouldRefuseABundleWhoseGraphReadsAnotherFile() throws IOException {
        var bundle = TestBundles.greedy().write(folder.resolve("bundle"));
        var graph = ModelProto.parseFrom(Files.readAllBytes(bundle.resolve(TestBundles.GRAPH))).toBuilder();
        graph.getGraphBuilder().addInitializer(EXTERNAL);
        TestBundles.replaceFile(bundle, TestBundles.GRAPH, graph.build().toByteArray());

        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> OnnxTranslator.load(bundle))
                .withMessageContainingAll(TestBundles.GRAPH, "secret", "external data");
    }

    private static void assertRefused(ModelProto model) {
        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> ExternalData.refuse(Path.of("a.onnx"), model))
                .withMessageContainingAll("a.onnx", "secret");
    }

    private static GraphProto graph(AttributeProto.Builder attribute) {
        return GraphProto.newBuilder()
                .addNode(NodeProto.newBuilder().addAttribute(attribute))
                .build();
    }
}
