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
import io.lingoduct.bench.Sessions;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.Random;

/**
 * How fast ONNX Runtime multiplies matrices here on one thread: the same library, threads and kinds of operator as the
 * translations have, at a size at which nothing else counts. Timed by the thread's own processor time, so that what else runs
 * on the machine does not lower the peak; the best burst counts.
 */
public final class GemmPeak implements AutoCloseable {

    private static final int M = 512;
    private static final int K = 512;
    private static final int N = 2048;
    private static final int MULTIPLICATIONS = 8;
    private static final int BURSTS = 3;

    private static final String GIVEN = "a";
    private static final String WEIGHT = "b";
    private static final String PRODUCT = "c";

    private final OrtSession session;
    private final OnnxTensor given;
    private final OnnxTensor product;
    private double best;

    private GemmPeak(byte[] model, OnnxTensor given) throws OrtException {
        this.given = given;
        this.session = Sessions.of(model);
        var room = ByteBuffer.allocateDirect(M * N * Float.BYTES).order(ByteOrder.nativeOrder());
        this.product = OnnxTensor.createTensor(Sessions.ENVIRONMENT, room.asFloatBuffer(), new long[] {M, N});
    }

    /** Products of float32. */
    public static GemmPeak float32() throws OrtException {
        var random = new Random(1);
        var weights = direct(K * N * Float.BYTES);
        var values = direct(M * K * Float.BYTES).asFloatBuffer();
        for (int i = 0; i < K * N; i++) {
            weights.putFloat(random.nextFloat() - 0.5f);
        }
        for (int i = 0; i < M * K; i++) {
            values.put(random.nextFloat() - 0.5f);
        }
        var node = NodeProto.newBuilder().setOpType("MatMul").addInput(GIVEN).addInput(WEIGHT);
        var graph = GraphProto.newBuilder().addInitializer(tensor(WEIGHT, DataType.FLOAT, weights.flip(), K, N));
        return new GemmPeak(
                model(graph, node, DataType.FLOAT),
                OnnxTensor.createTensor(Sessions.ENVIRONMENT, values.flip(), new long[] {M, K}));
    }

    /** Products of unsigned and signed bytes, the latter constant and within 7 bits, scaled to float32. */
    public static GemmPeak int8() throws OrtException {
        var random = new Random(1);
        var weights = direct(K * N);
        var values = direct(M * K);
        for (int i = 0; i < K * N; i++) {
            weights.put((byte) (random.nextInt(127) - 63));
        }
        for (int i = 0; i < M * K; i++) {
            values.put((byte) random.nextInt(256));
        }
        var scale = direct(Float.BYTES).putFloat(1 / 127f).flip();
        var zero = direct(1).put((byte) 128).flip();
        var node = NodeProto.newBuilder()
                .setOpType("MatMulIntegerToFloat")
                .setDomain("com.microsoft")
                .addInput(GIVEN)
                .addInput(WEIGHT)
                .addInput("scale")
                .addInput("scale")
                .addInput("zero");
        var graph = GraphProto.newBuilder()
                .addInitializer(tensor(WEIGHT, DataType.INT8, weights.flip(), K, N))
                .addInitializer(tensor("scale", DataType.FLOAT, scale))
                .addInitializer(tensor("zero", DataType.UINT8, zero));
        return new GemmPeak(
                model(graph, node, DataType.UINT8),
                OnnxTensor.createTensor(Sessions.ENVIRONMENT, values.flip(), new long[] {M, K}, OnnxJavaType.UINT8));
    }

    /** Multiplies for a while; see {@link #best()}. */
    public void measure() throws OrtException {
        multiply();
        var clock = ManagementFactory.getThreadMXBean();
        for (int i = 0; i < BURSTS; i++) {
            best = Math.max(best, burst(clock));
        }
    }

    private double burst(ThreadMXBean clock) throws OrtException {
        long start = clock.getCurrentThreadCpuTime();
        for (int i = 0; i < MULTIPLICATIONS; i++) {
            multiply();
        }
        return 2.0 * M * K * N * MULTIPLICATIONS / Math.max(1, clock.getCurrentThreadCpuTime() - start);
    }

    private void multiply() throws OrtException {
        session.run(Map.of(GIVEN, given), Map.of(PRODUCT, product)).close();
    }

    /** The best rate so far, in 10⁹ operations a second; an addition and a multiplication are two. */
    public double best() {
        return best;
    }

    private static byte[] model(GraphProto.Builder graph, NodeProto.Builder node, DataType given) {
        graph.setName("gemm")
                .addNode(node.addOutput(PRODUCT))
                .addInput(matrix(GIVEN, given, M, K))
                .addOutput(matrix(PRODUCT, DataType.FLOAT, M, N));
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
