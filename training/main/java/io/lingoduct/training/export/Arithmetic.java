package io.lingoduct.training.export;

/** How a graph multiplies matrices. */
public enum Arithmetic {

    /** Single precision throughout; what a GPU and a comparison want. */
    FLOAT32,

    /**
     * Products with weights on 8-bit integers with 32-bit sums, see {@link ProductNodes}; the rest in single precision. For
     * processors.
     */
    INT8
}
