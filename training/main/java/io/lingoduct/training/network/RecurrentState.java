package io.lingoduct.training.network;

import org.bytedeco.pytorch.Tensor;

/**
 * State of one recurrent layer.
 *
 * @param hidden [B, D]
 * @param cell [B, D], null where the cell has none
 */
record RecurrentState(Tensor hidden, Tensor cell) {}
