package io.lingoduct.training.export.onnx;

import java.util.List;

/**
 * Places of a network's weights in a float tensor of its graph. Weights are numbered through all parameters of the network, in
 * their order and row by row.
 *
 * @param shape of the tensor
 * @param numbers for each place of the tensor the number of its weight, of two that are added there the first one's; {@link
 *     ArrangedWeights#NONE} where it cannot be read, because a constant is added
 */
public record WeightPlaces(List<Long> shape, int[] numbers) {}
