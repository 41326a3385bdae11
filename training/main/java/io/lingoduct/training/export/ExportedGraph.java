package io.lingoduct.training.export;

import io.lingoduct.training.export.onnx.WeightPlaces;
import java.util.Map;

/**
 * A graph, and where it holds the weights of its network.
 *
 * @param model serialised
 * @param weights places in the float tensors of the graph, by the names of these
 */
public record ExportedGraph(byte[] model, Map<String, WeightPlaces> weights) {}
