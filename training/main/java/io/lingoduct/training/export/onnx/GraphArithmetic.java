package io.lingoduct.training.export.onnx;

/** Number format in which a graph multiplies matrices. */
public enum GraphArithmetic {
    /** Single precision throughout; for a GPU and for comparisons. */
    FLOAT32,
    /**
     * Products with weights on 8-bit integers with 32-bit sums, see {@link ProductNodes}; the rest in single precision. For
     * processors.
     */
    INT8
}
