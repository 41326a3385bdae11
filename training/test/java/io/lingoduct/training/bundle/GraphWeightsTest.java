package io.lingoduct.training.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import io.lingoduct.training.export.RandomNetworks;
import io.lingoduct.training.export.TranslationGraph;
import io.lingoduct.training.export.onnx.GraphArithmetic;
import io.lingoduct.training.network.Attention;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig.StartState;
import io.lingoduct.training.network.NetworkConfig.TiedEmbeddings;
import io.lingoduct.training.network.NetworkShapes;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.network.Seq2Seq;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bytedeco.pytorch.global.torch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class GraphWeightsTest {

    private static final SearchLimits LIMITS = new SearchLimits(20, 25, 1.5, 2);

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("cellsAndAttentions")
    void shouldMakeANetworkThatIsExportedAsTheSameGraph(Cell cell, Attention attention) {
        requireTheSame(shape().cell(cell).attention(attention));
    }

    private static Stream<Arguments> cellsAndAttentions() {
        return Stream.of(Cell.values())
                .flatMap(cell -> Stream.of(Attention.values()).map(attention -> Arguments.of(cell, attention)));
    }

    @ParameterizedTest
    @EnumSource(Cell.class)
    void shouldReadEveryLayerAndDirection(Cell cell) {
        requireTheSame(shape().cell(cell).layers(3, 2).residual().inputFeeding().startState(StartState.LAST));
        requireTheSame(shape().cell(cell).bidirectional(false).layers(1, 3));
    }

    @ParameterizedTest
    @EnumSource(TiedEmbeddings.class)
    void shouldReadEmbeddingsHoweverTheyAreTied(TiedEmbeddings tied) {
        requireTheSame(shape().tied(tied).attention(Attention.MLP).bridging());
    }

    @Test
    void shouldRefuseTheGraphOfANetworkOfAnotherShape() {
        var graph = export(RandomNetworks.network(shape().layers(2, 1)));

        assertThatThrownBy(() -> GraphWeights.copyInto(fresh(shape().layers(3, 1)), LIMITS, graph))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("it has nothing where encoder.2");
        assertThatThrownBy(() -> GraphWeights.copyInto(fresh(shape().bidirectional(false)), LIMITS, graph))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching("it has the shape \\[2, .*] where encoder.* of the shape \\[1, .*] should be");
    }

    @Test
    void shouldRefuseAGraphOfIntegers() {
        var graph = TranslationGraph.of(RandomNetworks.network(shape()), LIMITS, GraphArithmetic.INT8);

        assertThatThrownBy(() -> GraphWeights.copyInto(fresh(shape()), LIMITS, graph))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void shouldRefuseAGraphThatLacksTheValuesOfAWeight() {
        var exported =
                TranslationGraph.export(RandomNetworks.network(shape()), LIMITS, GraphArithmetic.FLOAT32, new int[0]);

        for (var name : exported.weights().keySet()) {
            var emptied = replaced(exported.model(), name, bytes -> ByteString.EMPTY);

            assertThatThrownBy(() -> GraphWeights.copyInto(fresh(shape()), LIMITS, emptied))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageStartingWith(name + " has 0 values in it instead of ");
        }
    }

    @Test
    void shouldRefuseWeightsThatAreNoNumbers() {
        var exported =
                TranslationGraph.export(RandomNetworks.network(shape()), LIMITS, GraphArithmetic.FLOAT32, new int[0]);

        for (var name : exported.weights().keySet()) {
            var ruined = replaced(exported.model(), name, GraphWeightsTest::notANumber);

            assertThatThrownBy(() -> GraphWeights.copyInto(fresh(shape()), LIMITS, ruined))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage(name + " has a value in it that is no number");
        }
    }

    /** With all bits set, numbers of any precision are none. */
    private static ByteString notANumber(ByteString values) {
        var bits = new byte[values.size()];
        Arrays.fill(bits, (byte) 0xff);
        return ByteString.copyFrom(bits);
    }

    private static byte[] replaced(byte[] model, String tensor, UnaryOperator<ByteString> values) {
        try {
            var changed = ModelProto.parseFrom(model).toBuilder();
            changed.getGraphBuilder().getInitializerBuilderList().stream()
                    .filter(each -> each.getName().equals(tensor))
                    .forEach(each -> each.setRawData(values.apply(each.getRawData())));
            return changed.build().toByteArray();
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void shouldRefuseWhatIsNoGraph() {
        var bytes = new byte[100];
        Arrays.fill(bytes, (byte) 0xff);

        assertThatThrownBy(() -> GraphWeights.copyInto(fresh(shape()), LIMITS, bytes))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("it is no ONNX graph");
    }

    private static void requireTheSame(NetworkShapes shape) {
        var graph = export(RandomNetworks.network(shape));
        var network = fresh(shape);

        GraphWeights.copyInto(network, LIMITS, graph);

        assertThat(export(network)).isEqualTo(graph);
    }

    private static Seq2Seq fresh(NetworkShapes shape) {
        torch.manual_seed(12);
        return new Seq2Seq(shape.build());
    }

    private static byte[] export(Seq2Seq network) {
        return TranslationGraph.of(network, LIMITS, GraphArithmetic.FLOAT32);
    }

    private static NetworkShapes shape() {
        return NetworkShapes.small(RandomNetworks.VOCABULARY);
    }
}
