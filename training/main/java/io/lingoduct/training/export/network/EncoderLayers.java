package io.lingoduct.training.export.network;

import io.lingoduct.training.export.onnx.Activation;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;

/** The recurrent layers of the encoder: S positions of B sources, C units of all directions. */
interface EncoderLayers {

    /**
     * States of a layer for its input.
     *
     * @param all [S, B, C]; at padding anything within [-1, 1]
     * @param last [B, C], the last one of each direction, as products read it
     */
    record States(Value all, Activation last) {}

    /** The layer that reads tokens: ids [S, B]. */
    States first(GraphBuilder g, Value ids);

    /**
     * A layer above the first.
     *
     * @param x [S, B, C]
     */
    States upper(GraphBuilder g, int layer, Activation x);
}
