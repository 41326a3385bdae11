package io.lingoduct.training.network;

import io.lingoduct.training.network.NetworkConfig.Dropouts;
import io.lingoduct.training.network.NetworkConfig.StartState;
import io.lingoduct.training.network.NetworkConfig.TiedEmbeddings;

/** Small network shapes for tests: one bidirectional LSTM layer each, general attention, all embeddings tied. */
public final class NetworkShapes {

    private final int vocabulary;
    private Cell cell = Cell.LSTM;
    private Attention attention = Attention.GENERAL;
    private boolean bidirectional = true;
    private int encoderLayers = 1;
    private int decoderLayers = 1;
    private boolean inputFeeding;
    private boolean residual;
    private boolean bridging;
    private StartState startState = StartState.MEAN;
    private double dropout;
    private TiedEmbeddings tied = TiedEmbeddings.ALL;

    private NetworkShapes(int vocabulary) {
        this.vocabulary = vocabulary;
    }

    public static NetworkShapes small(int vocabulary) {
        return new NetworkShapes(vocabulary);
    }

    public NetworkShapes cell(Cell value) {
        cell = value;
        return this;
    }

    public NetworkShapes attention(Attention value) {
        attention = value;
        return this;
    }

    public NetworkShapes bidirectional(boolean value) {
        bidirectional = value;
        return this;
    }

    public NetworkShapes layers(int encoder, int decoder) {
        encoderLayers = encoder;
        decoderLayers = decoder;
        return this;
    }

    public NetworkShapes inputFeeding() {
        inputFeeding = true;
        return this;
    }

    public NetworkShapes residual() {
        residual = true;
        return this;
    }

    public NetworkShapes bridging() {
        bridging = true;
        return this;
    }

    public NetworkShapes startState(StartState value) {
        startState = value;
        return this;
    }

    public NetworkShapes dropout(double value) {
        dropout = value;
        return this;
    }

    public NetworkShapes tied(TiedEmbeddings value) {
        tied = value;
        return this;
    }

    /** Decoder states are as wide as encoder states, so that every attention fits. */
    public NetworkConfig build() {
        return NetworkConfig.builder()
                .cell(cell)
                .vocabularies(vocabulary, vocabulary)
                .embedding(12)
                .encoder(encoderLayers, bidirectional ? 5 : 10, bidirectional)
                .decoder(decoderLayers, 10)
                .attention(attention)
                .inputFeeding(inputFeeding)
                .startState(startState)
                .residual(residual)
                .bridging(bridging)
                .dropouts(Dropouts.all(dropout))
                .tiedEmbeddings(tied)
                .build();
    }
}
