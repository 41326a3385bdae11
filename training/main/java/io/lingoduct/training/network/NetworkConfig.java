package io.lingoduct.training.network;

import java.util.Objects;

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
 * @param tiedEmbeddings matrices that are one and the same
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

    /** Part of the encoder from which a linear map and tanh make the decoder's first state. */
    public enum StartState {
        /** The mean of its states: learns faster. */
        MEAN,
        /** Its last state, of each direction: the usual one without attention. */
        LAST
    }

    /** Matrices that are one and the same; Press and Wolf, 2017: "Using the Output Embedding to Improve Language Models". */
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
     * @param state of the states that a recurrent layer hands to the next one, and of those that the attention reads
     * @param output of the readout, before the output projection
     */
    public record Dropouts(double embedding, double state, double output) {

        public static final Dropouts NONE = all(0);

        public static Dropouts all(double share) {
            return new Dropouts(share, share, share);
        }
    }

    /** Number of ways in which the encoder reads a sentence. */
    public int directions() {
        return bidirectional ? 2 : 1;
    }

    /** C, width of an encoder state. */
    public int contextSize() {
        return directions() * encoderHidden;
    }

    /** A, width of an annotation: the state and embedding of a source position that attention and readout see. */
    public int annotationSize() {
        return contextSize() + (bridging ? embedding : 0);
    }

    /** R, width of the layer before the output projection: the embedding's where the two share their matrix. */
    public int readout() {
        return tiedEmbeddings == TiedEmbeddings.NONE ? decoderHidden : embedding;
    }

    /** The same shape for vocabularies of other sizes. */
    public NetworkConfig withVocabularies(int source, int target) {
        return toBuilder().vocabularies(source, target).build();
    }

    /** The same shape with another cell. */
    public NetworkConfig withCell(Cell other) {
        return toBuilder().cell(other).build();
    }

    /** The same shape with input feeding. */
    public NetworkConfig withInputFeeding() {
        return toBuilder().inputFeeding(true).build();
    }

    /** The same shape with other dropout. */
    public NetworkConfig withDropouts(Dropouts other) {
        return toBuilder().dropouts(other).build();
    }

    /** A shape that is still to be told, part by part. */
    public static Builder builder() {
        return new Builder();
    }

    private Builder toBuilder() {
        return builder()
                .cell(cell)
                .vocabularies(sourceVocabulary, targetVocabulary)
                .embedding(embedding)
                .encoder(encoderLayers, encoderHidden, bidirectional)
                .decoder(decoderLayers, decoderHidden)
                .attention(attention)
                .inputFeeding(inputFeeding)
                .startState(startState)
                .residual(residual)
                .bridging(bridging)
                .dropouts(dropouts)
                .tiedEmbeddings(tiedEmbeddings);
    }

    /** Takes the parts of a shape by name. Without being told, there is no input feeding, residual, bridging or dropout. */
    public static final class Builder {

        private Cell cell;
        private int sourceVocabulary;
        private int targetVocabulary;
        private int embedding;
        private TiedEmbeddings tiedEmbeddings;
        private int encoderLayers;
        private int encoderHidden;
        private boolean bidirectional;
        private int decoderLayers;
        private int decoderHidden;
        private StartState startState;
        private Attention attention;
        private boolean inputFeeding;
        private boolean residual;
        private boolean bridging;
        private Dropouts dropouts = Dropouts.NONE;

        private Builder() {}

        public Builder cell(Cell value) {
            cell = value;
            return this;
        }

        public Builder vocabularies(int source, int target) {
            sourceVocabulary = source;
            targetVocabulary = target;
            return this;
        }

        public Builder embedding(int size) {
            embedding = size;
            return this;
        }

        public Builder tiedEmbeddings(TiedEmbeddings value) {
            tiedEmbeddings = value;
            return this;
        }

        /** @param hidden units per direction */
        public Builder encoder(int layers, int hidden, boolean inBothDirections) {
            encoderLayers = layers;
            encoderHidden = hidden;
            bidirectional = inBothDirections;
            return this;
        }

        public Builder decoder(int layers, int hidden) {
            decoderLayers = layers;
            decoderHidden = hidden;
            return this;
        }

        public Builder startState(StartState value) {
            startState = value;
            return this;
        }

        public Builder attention(Attention value) {
            attention = value;
            return this;
        }

        public Builder inputFeeding(boolean value) {
            inputFeeding = value;
            return this;
        }

        public Builder residual(boolean value) {
            residual = value;
            return this;
        }

        public Builder bridging(boolean value) {
            bridging = value;
            return this;
        }

        public Builder dropouts(Dropouts value) {
            dropouts = value;
            return this;
        }

        /** @throws NullPointerException if cell, attention, start state or tied embeddings have not been told */
        public NetworkConfig build() {
            return new NetworkConfig(
                    Objects.requireNonNull(cell, "cell"),
                    sourceVocabulary,
                    targetVocabulary,
                    embedding,
                    encoderLayers,
                    encoderHidden,
                    bidirectional,
                    decoderLayers,
                    decoderHidden,
                    Objects.requireNonNull(attention, "attention"),
                    inputFeeding,
                    Objects.requireNonNull(startState, "startState"),
                    residual,
                    bridging,
                    dropouts,
                    Objects.requireNonNull(tiedEmbeddings, "tiedEmbeddings"));
        }
    }
}
