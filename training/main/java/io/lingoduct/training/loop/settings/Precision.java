package io.lingoduct.training.loop.settings;

/** Number format of the forward and backward pass; weights and their updates are float32 either way. */
public enum Precision {
    FLOAT32,
    /** Meant for processors with AVX512-BF16 or AMX; others emulate it. */
    BFLOAT16
}
