package io.lingoduct.bench;

/** In which numbers a graph multiplies its matrices. */
enum Arithmetic {
    /** All in float32. */
    FLOAT32,

    /**
     * Weights of decoder and output projection in 8-bit integers, the input's part of the decoder's first layer looked up in a
     * table; encoder and attention in float32.
     */
    INT8
}
