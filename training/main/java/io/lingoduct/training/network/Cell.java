package io.lingoduct.training.network;

/**
 * The recurrent cell. σ is the logistic function, ⊙ the product unit by unit; b stands for the sum of both biases.
 *
 * <ul>
 *   <li>{@link #RNN}: h' = tanh(W x + U h + b). Elman, 1990: "Finding Structure in Time".
 *   <li>{@link #GRU}: r, z = σ(W x + U h + b); n = tanh(W x + b + r ⊙ (U h + b)); h' = (1 - z) ⊙ n + z ⊙ h. Cho et al.,
 *       2014, with the reset gate after the matrix product.
 *   <li>{@link #LSTM}: i, f, o = σ(W x + U h + b); g = tanh(W x + U h + b); c' = f ⊙ c + i ⊙ g; h' = o ⊙ tanh(c').
 *       Hochreiter and Schmidhuber, 1997; Gers et al., 2000.
 * </ul>
 */
public enum Cell {
    RNN(1),
    GRU(3),
    LSTM(4);

    private final int gates;

    Cell(int gates) {
        this.gates = gates;
    }

    /** Blocks of rows in a weight matrix: libtorch stacks r, z, n for the GRU and i, f, g, o for the LSTM. */
    public int gates() {
        return gates;
    }

    /** Whether there is a cell state beside the hidden state. */
    public boolean hasCellState() {
        return this == LSTM;
    }
}
