package io.lingoduct.training.network;

/**
 * Score of an encoder state h [C] for the decoder's state s [D].
 *
 * <p>Luong, Pham and Manning, 2015: "Effective Approaches to Attention-based Neural Machine Translation"; Bahdanau, Cho and
 * Bengio, 2015: "Neural Machine Translation by Jointly Learning to Align and Translate".
 */
public enum Attention {
    /** None: all that the decoder knows of the source is its first state. */
    NONE,
    /** s · h; C and D must be equal. */
    DOT,
    /** s · W h. */
    GENERAL,
    /** v · tanh(W h + U s). */
    MLP
}
