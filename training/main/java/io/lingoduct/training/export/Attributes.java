package io.lingoduct.training.export;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import com.google.protobuf.ByteString;
import java.util.Arrays;

/** ONNX node attributes. */
final class Attributes {

    private Attributes() {}

    static AttributeProto of(String name, long value) {
        return named(name, AttributeProto.AttributeType.INT).setI(value).build();
    }

    static AttributeProto of(String name, long[] values) {
        var attribute = named(name, AttributeProto.AttributeType.INTS);
        Arrays.stream(values).forEach(attribute::addInts);
        return attribute.build();
    }

    static AttributeProto of(String name, String value) {
        return named(name, AttributeProto.AttributeType.STRING)
                .setS(ByteString.copyFromUtf8(value))
                .build();
    }

    static AttributeProto of(String name, GraphProto value) {
        return named(name, AttributeProto.AttributeType.GRAPH).setG(value).build();
    }

    private static AttributeProto.Builder named(String name, AttributeProto.AttributeType type) {
        return AttributeProto.newBuilder().setName(name).setType(type);
    }
}
