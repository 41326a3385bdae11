package io.lingoduct.training.export.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphBuilderTest {

    private final GraphBuilder graph = GraphBuilder.root("test");

    @ParameterizedTest
    @CsvSource({
        "0, 0000",
        "-0, 8000",
        "1, 3c00",
        "-2, c000",
        "65504, 7bff",
        "0.000061035156, 0400",
        "0.000000059604645, 0001",
        "0.00006097555, 03ff",
        "0.33325195, 3555"
    })
    void shouldStoreTheBitsOfHalfPrecisionNumbers(float value, String hex) throws Exception {
        graph.halfWeight("weight", new float[] {value}, 1);

        var tensor = ModelProto.parseFrom(graph.model()).getGraph().getInitializer(0);
        assertThat(tensor.getDataType()).isEqualTo(TensorProto.DataType.FLOAT16_VALUE);
        var bits = tensor.getRawData()
                .asReadOnlyByteBuffer()
                .order(ByteOrder.LITTLE_ENDIAN)
                .getShort();
        assertThat("%04x".formatted(bits & 0xffff)).isEqualTo(hex);
    }

    @Test
    void shouldRefuseWhatHalfPrecisionCannotHold() {
        for (float value : new float[] {0.1f, 65536f, 1e-9f, Float.NaN, Float.POSITIVE_INFINITY}) {
            assertThatThrownBy(() -> graph.halfWeight("weight", new float[] {value}, 1))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("half-precision");
        }
    }

    @Test
    void shouldRefuseAValueOfAnotherBranch() {
        var inner = graph.subgraph("branch");
        var value = inner.node("Neg", List.of(graph.scalar(1f)));

        assertThatThrownBy(() -> graph.node("Neg", List.of(value)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("not visible");
    }
}
