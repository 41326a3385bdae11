package io.lingoduct.training.loop.settings;

/** How the forward and backward pass compute; weights and their updates are float32 either way. */
public enum Precision {
    FLOAT32,
    /** Meant for processors with AVX512-BF16 or AMX; others emulate it. */
    BFLOAT16
}
