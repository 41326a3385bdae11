package io.lingoduct.model.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import io.lingoduct.model.OnnxGraphBuilder;
import io.lingoduct.model.TestBundles;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.runtime.OnnxTranslator;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GraphContractTest {

    @TempDir
    Path folder;

    private final OnnxGraphBuilder graph = new OnnxGraphBuilder();

    @BeforeEach
    void writeBundle() {
        TestBundles.greedy().write(folder);
    }

    @Test
    void shouldNameEverythingThatAGraphLacks() {
        var ids = graph.input("ids", DataType.INT64, "B", "S");
        graph.output("target_ids", ids, DataType.INT64, "B", "S");
        assertRefused(
                "lacks the input source_ids",
                "lacks the input source_lengths",
                "lacks the input max_length",
                "an input ids that the contract does not know",
                "lacks the output scores");
    }

    @Test
    void shouldRefuseInputsOfTheWrongTypeOrRank() {
        var ids = graph.input("source_ids", DataType.INT64, "B");
        var lengths = graph.input("source_lengths", DataType.INT64, "B");
        graph.input("max_length", DataType.INT64);
        graph.output("target_ids", ids, DataType.INT64, "B");
        graph.output("scores", graph.cast(lengths, DataType.FLOAT), DataType.FLOAT, "B");
        assertRefused(
                "source_ids must be INT64 of rank 2, not INT64 of rank 1",
                "source_lengths must be INT32 of rank 1, not INT64 of rank 1");
    }

    @Test
    void shouldRefuseAnOutputOfTheWrongType() {
        var ids = completeInputs();
        graph.output("target_ids", ids, DataType.INT64, "B", "S");
        graph.output("scores", ids, DataType.INT64, "B", "S");
        assertRefused("scores must be FLOAT, not INT64");
    }

    @Test
    void shouldRefuseOneBeamInputWithoutTheOther() {
        var ids = completeInputs();
        graph.input("beam_size", DataType.INT64);
        graph.output("target_ids", ids, DataType.INT64, "B", "S");
        graph.output("scores", graph.cast(ids, DataType.FLOAT), DataType.FLOAT, "B", "S");
        assertRefused("lacks the input length_penalty");
    }

    @Test
    void shouldRefuseForcedIdsOfTheWrongRank() {
        var ids = completeInputs();
        graph.input("forced_ids", DataType.INT64, "B");
        graph.output("target_ids", ids, DataType.INT64, "B", "S");
        graph.output("scores", graph.cast("source_lengths", DataType.FLOAT), DataType.FLOAT, "B");
        assertRefused("forced_ids must be INT64 of rank 2, not INT64 of rank 1");
    }

    @Test
    void shouldRefuseAGraphThatPassesForcedIdsBy() {
        var ids = completeInputs();
        graph.input("forced_ids", DataType.INT64, "B", "F");
        var none = graph.node("Sub", ids, ids);
        graph.output("target_ids", none, DataType.INT64, "B", "S");
        graph.output("scores", graph.cast("source_lengths", DataType.FLOAT), DataType.FLOAT, "B");
        assertRefused("the first translation failed", "did not keep to the target that forced_ids gave it");
    }

    @Test
    void shouldRefuseABeamThatTheGraphCannotSearch() {
        TestBundles.editManifest(
                folder, manifest -> manifest.withObject("/decoding").put("max_beam_size", 4));
        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> OnnxTranslator.load(folder))
                .withMessageContaining("decoding.max_beam_size in the manifest is 4");
    }

    @Test
    void shouldRefuseAGraphWhoseFirstTranslationHasTheWrongShape() {
        var ids = completeInputs();
        graph.output("target_ids", ids, DataType.INT64, "B", "S");
        graph.output("scores", graph.cast(ids, DataType.FLOAT), DataType.FLOAT, "B", "S");
        assertRefused("the first translation failed", "scores of shape [2, 2]");
    }

    @Test
    void shouldRefuseAGraphWithASmallerVocabularyThanTheTokenizer() {
        var ids = completeInputs();
        var embedded = graph.node("Gather", graph.vector(0, 1, 2, 3), ids);
        graph.output("target_ids", embedded, DataType.INT64, "B", "S");
        graph.output("scores", graph.cast("source_lengths", DataType.FLOAT), DataType.FLOAT, "B");
        assertRefused("the first translation failed");
    }

    @Test
    void shouldRefuseAFileThatIsNoGraph() {
        TestBundles.replaceFile(folder, TestBundles.GRAPH, "not a graph".getBytes(StandardCharsets.UTF_8));
        assertLoadRefused("is no ONNX graph");
    }

    private String completeInputs() {
        graph.input("source_lengths", DataType.INT32, "B");
        graph.input("max_length", DataType.INT64);
        return graph.input("source_ids", DataType.INT64, "B", "S");
    }

    private void assertRefused(String... reasons) {
        TestBundles.replaceFile(folder, TestBundles.GRAPH, graph.model());
        assertLoadRefused(reasons);
    }

    private void assertLoadRefused(String... reasons) {
        assertThatExceptionOfType(BundleException.class)
                .isThrownBy(() -> OnnxTranslator.load(folder))
                .satisfies(refusal -> assertThat(refusal.file()).isEqualTo(folder.resolve(TestBundles.GRAPH)))
                .satisfies(refusal -> assertThat(refusal.getMessage()).contains(reasons));
    }
}
