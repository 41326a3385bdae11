package io.lingoduct.training.network;

/**
 * Shape of the network.
 *
 * @param sourceVocabulary number of source tokens
 * @param targetVocabulary V, number of target tokens
 * @param embedding E
 * @param encoderHidden H, units per direction
 * @param decoderHidden D
 * @param inputFeeding whether the decoder's first layer is fed the last step's readout beside the last token
 * @param residual whether every layer after the first adds its input to its output
 * @param bridging whether attention and readout see the source's embeddings beside the encoder's states (Kuang et al., 2018:
 *     "Attention Focusing for Neural Machine Translation by Bridging Source and Target Embeddings", section 3.1)
 * @param tiedEmbeddings which matrices are one and the same
 */
public record NetworkConfig(
        Cell cell,
        int sourceVocabulary,
        int targetVocabulary,
        int embedding,
        int encoderLayers,
        int encoderHidden,
        boolean bidirectional,
        int decoderLayers,
        int decoderHidden,
        Attention attention,
        boolean inputFeeding,
        StartState startState,
        boolean residual,
        boolean bridging,
        Dropouts dropouts,
        TiedEmbeddings tiedEmbeddings) {

    /** What of the encoder the decoder's first state is made of, by a linear map and tanh. */
    public enum StartState {
        /** The mean of its states: learns faster. */
        MEAN,
        /** Its last state, of each direction: what there is without attention. */
        LAST
    }

    /** Press and Wolf, 2017: "Using the Output Embedding to Improve Language Models". */
    public enum TiedEmbeddings {
        /** Source embedding, target embedding and output projection are three matrices. */
        NONE,
        /** Target embedding and output projection are one. */
        TARGET,
        /** All three are one. */
        ALL
    }

    /**
     * Shares of units that are dropped in training.
     *
     * @param embedding of embeddings
     * @param state of what a recurrent layer hands to the next one, and of what the attention reads
     * @param output of the readout, before the output projection
     */
    public record Dropouts(double embedding, double state, double output) {

        public static final Dropouts NONE = all(0);

        public static Dropouts all(double share) {
            return new Dropouts(share, share, share);
        }
    }

    /** Ways in which the encoder reads a sentence. */
    public int directions() {
        return bidirectional ? 2 : 1;
    }

    /** C, width of an encoder state. */
    public int contextSize() {
        return directions() * encoderHidden;
    }

    /** A, width of what attention and readout see of a source position. */
    public int annotationSize() {
        return contextSize() + (bridging ? embedding : 0);
    }

    /** R, width of the layer before the output projection: the embedding's where the two share their matrix. */
    public int readout() {
        return tiedEmbeddings == TiedEmbeddings.NONE ? decoderHidden : embedding;
    }

    /** The same shape for vocabularies of other sizes. */
    public NetworkConfig withVocabularies(int source, int target) {
        return with(cell, source, target, inputFeeding, dropouts);
    }

    /** The same shape with another cell. */
    public NetworkConfig withCell(Cell other) {
        return with(other, sourceVocabulary, targetVocabulary, inputFeeding, dropouts);
    }

    /** The same shape with input feeding. */
    public NetworkConfig withInputFeeding() {
        return with(cell, sourceVocabulary, targetVocabulary, true, dropouts);
    }

    /** The same shape with other dropout. */
    public NetworkConfig withDropouts(Dropouts other) {
        return with(cell, sourceVocabulary, targetVocabulary, inputFeeding, other);
    }

    private NetworkConfig with(Cell newCell, int source, int target, boolean feeding, Dropouts newDropouts) {
        return new NetworkConfig(
                newCell,
                source,
                target,
                embedding,
                encoderLayers,
                encoderHidden,
                bidirectional,
                decoderLayers,
                decoderHidden,
                attention,
                feeding,
                startState,
                residual,
                bridging,
                newDropouts,
                tiedEmbeddings);
    }
}
