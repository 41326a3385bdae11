package io.lingoduct.bench.peak;

/** Numbers in which a graph multiplies its matrices. */
public enum Precision {
    /** All in float32. */
    FLOAT32,

    /**
     * Products with weights in 8-bit integers, the input's part of the decoder's first layer looked up in a table; products of
     * states with each other, as attention makes them, in float32.
     */
    INT8
}
