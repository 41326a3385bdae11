package io.lingoduct.training.network;

/**
 * Shape of the network.
 *
 * @param vocabulary V, shared by both languages
 * @param embedding E
 * @param encoderHidden H, units per direction
 * @param decoderHidden D
 * @param dropout probability that a unit of an embedding, a layer's output or the readout is dropped in training
 * @param tiedEmbeddings which matrices are one and the same
 */
public record NetworkConfig(
        int vocabulary,
        int embedding,
        int encoderLayers,
        int encoderHidden,
        int decoderLayers,
        int decoderHidden,
        double dropout,
        TiedEmbeddings tiedEmbeddings) {

    /** Press and Wolf, 2017: "Using the Output Embedding to Improve Language Models". */
    public enum TiedEmbeddings {
        /** Source embedding, target embedding and output projection are three matrices. */
        NONE,
        /** Target embedding and output projection are one. */
        TARGET,
        /** All three are one. */
        ALL
    }

    /** Width of the layer before the output projection: the embedding's where the two share their matrix. */
    public int readout() {
        return tiedEmbeddings == TiedEmbeddings.NONE ? decoderHidden : embedding;
    }
}
