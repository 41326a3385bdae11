package io.lingoduct.training.network;

import org.bytedeco.javacpp.FloatPointer;
import org.bytedeco.javacpp.LongPointer;
import org.bytedeco.pytorch.AbstractTensor;
import org.bytedeco.pytorch.Tensor;

/** Copies between Java arrays and tensors. */
public final class Tensors {

    private Tensors() {}

    /** A copy of the array in the given shape, row by row. */
    public static Tensor of(long[] values, long... shape) {
        return AbstractTensor.create(values, shape);
    }

    /** The values of an int64 tensor, row by row. */
    public static long[] longs(Tensor tensor) {
        var values = new long[Math.toIntExact(tensor.numel())];
        try (var contiguous = tensor.detach().cpu().contiguous();
                var pointer = new LongPointer(contiguous.data_ptr())) {
            pointer.get(values);
        }
        return values;
    }

    /** The values of a float32 tensor, row by row. */
    public static float[] floats(Tensor tensor) {
        var values = new float[Math.toIntExact(tensor.numel())];
        try (var contiguous = tensor.detach().cpu().contiguous();
                var pointer = new FloatPointer(contiguous.data_ptr())) {
            pointer.get(values);
        }
        return values;
    }
}
