package io.lingoduct.bench.peak;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import com.google.protobuf.ByteString;
import io.lingoduct.model.graph.Sessions;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.FloatBuffer;
import java.util.Map;
import java.util.Random;

/**
 * Rate at which ONNX Runtime multiplies matrices here on one thread: the same library, threads and kinds of operator as the
 * translations have, at a size at which nothing else counts. The best burst counts.
 */
public final class GemmPeak implements AutoCloseable {

    /** A product of [m, k] and [k, n]. */
    record Shape(int m, int k, int n) {

        /** An addition and a multiplication are two. */
        double operations() {
            return 2.0 * m * k * n;
        }
    }

    static final Shape LARGE = new Shape(512, 512, 2048);
    static final int MULTIPLICATIONS = 8;
    static final int BURSTS = 3;
    static final float SCALE = 1 / 127f;
    static final int ZERO_POINT = 128;

    private static final String GIVEN = "a";
    private static final String WEIGHT = "b";
    private static final String PRODUCT = "c";

    private final Shape shape;
    private final BurstTimer timer;
    private final OrtSession session;
    private final OnnxTensor given;
    private final FloatBuffer room;
    private final OnnxTensor product;
    private double best;

    private GemmPeak(Shape shape, byte[] model, OnnxTensor given, BurstTimer timer) throws OrtException {
        this.shape = shape;
        this.timer = timer;
        this.given = given;
        this.session = Sessions.onCpu(model);
        this.room = direct(shape.m() * shape.n() * Float.BYTES)
                .order(ByteOrder.nativeOrder())
                .asFloatBuffer();
        this.product = OnnxTensor.createTensor(Sessions.ENVIRONMENT, room, new long[] {shape.m(), shape.n()});
    }

    /** Products of float32. */
    public static GemmPeak float32(BurstTimer timer) throws OrtException {
        var random = new Random(1);
        return float32(LARGE, floats(random, LARGE.m() * LARGE.k()), floats(random, LARGE.k() * LARGE.n()), timer);
    }

    /** Products of unsigned and signed bytes, the latter constant and within 7 bits, scaled to float32. */
    public static GemmPeak int8(BurstTimer timer) throws OrtException {
        var random = new Random(1);
        var given = new byte[LARGE.m() * LARGE.k()];
        random.nextBytes(given);
        var weights = new byte[LARGE.k() * LARGE.n()];
        for (int i = 0; i < weights.length; i++) {
            weights[i] = (byte) (random.nextInt(127) - 63);
        }
        return int8(LARGE, given, weights, timer);
    }

    private static float[] floats(Random random, int count) {
        var values = new float[count];
        for (int i = 0; i < count; i++) {
            values[i] = random.nextFloat() - 0.5f;
        }
        return values;
    }

    /**
     * @param given [m, k]
     * @param weights [k, n]
     */
    static GemmPeak float32(Shape shape, float[] given, float[] weights, BurstTimer timer) throws OrtException {
        var node = NodeProto.newBuilder().setOpType("MatMul").addInput(GIVEN).addInput(WEIGHT);
        var graph = GraphProto.newBuilder()
                .addInitializer(tensor(WEIGHT, DataType.FLOAT, bytes(weights), shape.k(), shape.n()));
        return new GemmPeak(
                shape,
                model(shape, graph, node, DataType.FLOAT),
                OnnxTensor.createTensor(
                        Sessions.ENVIRONMENT, FloatBuffer.wrap(given), new long[] {shape.m(), shape.k()}),
                timer);
    }

    /**
     * @param given [m, k], unsigned; {@value #ZERO_POINT} stands for zero
     * @param weights [k, n]
     */
    static GemmPeak int8(Shape shape, byte[] given, byte[] weights, BurstTimer timer) throws OrtException {
        var node = NodeProto.newBuilder()
                .setOpType("MatMulIntegerToFloat")
                .setDomain("com.microsoft")
                .addInput(GIVEN)
                .addInput(WEIGHT)
                .addInput("scale")
                .addInput("scale")
                .addInput("zero");
        var graph = GraphProto.newBuilder()
                .addInitializer(tensor(WEIGHT, DataType.INT8, ByteBuffer.wrap(weights), shape.k(), shape.n()))
                .addInitializer(tensor("scale", DataType.FLOAT, bytes(SCALE)))
                .addInitializer(tensor("zero", DataType.UINT8, ByteBuffer.wrap(new byte[] {(byte) ZERO_POINT})));
        var values = direct(given.length).put(given).flip();
        return new GemmPeak(
                shape,
                model(shape, graph, node, DataType.UINT8),
                OnnxTensor.createTensor(
                        Sessions.ENVIRONMENT, values, new long[] {shape.m(), shape.k()}, OnnxJavaType.UINT8),
                timer);
    }

    /** Multiplies for a while; see {@link #best()}. */
    public void measure() throws OrtException {
        multiply();
        for (int i = 0; i < BURSTS; i++) {
            best = Math.max(best, timer.rate(MULTIPLICATIONS, shape.operations(), this::multiply));
        }
    }

    private void multiply() throws OrtException {
        session.run(Map.of(GIVEN, given), Map.of(PRODUCT, product)).close();
    }

    /** The best rate so far, in 10⁹ operations a second. */
    public double best() {
        return best;
    }

    /** The product [m, n] that was worked out last. */
    float[] product() {
        var values = new float[shape.m() * shape.n()];
        room.duplicate().rewind().get(values);
        return values;
    }

    private static byte[] model(Shape shape, GraphProto.Builder graph, NodeProto.Builder node, DataType given) {
        graph.setName("gemm")
                .addNode(node.addOutput(PRODUCT))
                .addInput(matrix(GIVEN, given, shape.m(), shape.k()))
                .addOutput(matrix(PRODUCT, DataType.FLOAT, shape.m(), shape.n()));
        return ModelProto.newBuilder()
                .setIrVersion(8)
                .addOpsetImport(OperatorSetIdProto.newBuilder().setDomain("").setVersion(17))
                .addOpsetImport(OperatorSetIdProto.newBuilder()
                        .setDomain("com.microsoft")
                        .setVersion(1))
                .setGraph(graph)
                .build()
                .toByteArray();
    }

    private static TensorProto tensor(String name, DataType type, ByteBuffer values, long... shape) {
        var tensor = TensorProto.newBuilder()
                .setName(name)
                .setDataType(type.getNumber())
                .setRawData(ByteString.copyFrom(values));
        for (long size : shape) {
            tensor.addDims(size);
        }
        return tensor.build();
    }

    private static ValueInfoProto matrix(String name, DataType type, long rows, long columns) {
        var shape = TensorShapeProto.newBuilder()
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(rows))
                .addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(columns));
        return ValueInfoProto.newBuilder()
                .setName(name)
                .setType(TypeProto.newBuilder()
                        .setTensorType(TypeProto.Tensor.newBuilder()
                                .setElemType(type.getNumber())
                                .setShape(shape)))
                .build();
    }

    private static ByteBuffer bytes(float... values) {
        var bytes = direct(values.length * Float.BYTES);
        bytes.asFloatBuffer().put(values);
        return bytes;
    }

    private static ByteBuffer direct(int bytes) {
        return ByteBuffer.allocateDirect(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    @Override
    public void close() {
        try {
            product.close();
            given.close();
            session.close();
        } catch (OrtException e) {
            throw new IllegalStateException("ONNX Runtime could not close the session", e);
        }
    }
}
