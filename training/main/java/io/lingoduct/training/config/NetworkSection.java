package io.lingoduct.training.config;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.training.network.Attention;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig;
import io.lingoduct.training.network.NetworkConfig.StartState;
import io.lingoduct.training.network.NetworkConfig.TiedEmbeddings;
import java.util.List;

/** The keys under {@code network}: the shape of the encoder-decoder. */
final class NetworkSection {

    private static final Key<Cell> CELL = Key.choice("cell", Cell.class, "Recurrent cell of encoder and decoder.")
            .orElse(Cell.LSTM);
    private static final Key<Integer> EMBEDDING =
            Key.integer("embedding", 1, 4096, "Size of an embedding.").orElse(256);
    private static final Key<Integer> ENCODER_LAYERS =
            Key.integer("encoder-layers", 1, 4, "Recurrent layers.").orElse(1);
    private static final Key<Integer> ENCODER_HIDDEN =
            Key.integer("encoder-hidden", 1, 4096, "Units per direction.").orElse(256);
    private static final Key<Boolean> BIDIRECTIONAL = Key.bool(
                    "bidirectional", "Whether the encoder reads the source from both ends.")
            .orElse(true);
    private static final Key<Integer> DECODER_LAYERS =
            Key.integer("decoder-layers", 1, 4, "Recurrent layers.").orElse(1);
    private static final Key<Integer> DECODER_HIDDEN =
            Key.integer("decoder-hidden", 1, 4096, "Units.").orElse(512);
    private static final Key<Attention> ATTENTION = Key.choice(
                    "attention",
                    Attention.class,
                    "How a source position is scored: dot and general as Luong, mlp as Bahdanau.")
            .orElse(Attention.MLP);
    private static final Key<Boolean> INPUT_FEEDING = Key.bool(
                    "input-feeding", "Whether the decoder is fed what its last step attended to.")
            .orElse(false);
    private static final Key<StartState> START_STATE = Key.choice(
                    "start-state", StartState.class, "What of the encoder the decoder starts from.")
            .orElse(StartState.MEAN);
    private static final Key<Boolean> RESIDUAL = Key.bool(
                    "residual", "Whether layers after the first add their input to their output.")
            .orElse(false);
    private static final Key<Boolean> BRIDGING = Key.bool(
                    "bridging",
                    "Whether attention and readout see the source's embeddings beside the encoder's states.")
            .orElse(false);
    private static final Key<Double> DROPOUT = Key.decimal("dropout", 0, 0.9, "Share of units dropped in training.")
            .orElse(0.2);
    private static final Key<Double> EMBEDDING_DROPOUT =
            Key.decimal("embedding-dropout", 0, 0.9, "Of embeddings.").orElseFrom("dropout");
    private static final Key<Double> STATE_DROPOUT = Key.decimal(
                    "state-dropout", 0, 0.9, "Of what a recurrent layer hands to the next, and to the attention.")
            .orElseFrom("dropout");
    private static final Key<Double> OUTPUT_DROPOUT = Key.decimal(
                    "output-dropout", 0, 0.9, "Of what the output projection sees.")
            .orElseFrom("dropout");
    private static final Key<TiedEmbeddings> TIED_EMBEDDINGS = Key.choice(
                    "tied-embeddings", TiedEmbeddings.class, "Which of the three vocabulary matrices are one.")
            .orElse(TiedEmbeddings.ALL);

    static final List<Key<?>> KEYS = List.of(
            CELL,
            EMBEDDING,
            ENCODER_LAYERS,
            ENCODER_HIDDEN,
            BIDIRECTIONAL,
            DECODER_LAYERS,
            DECODER_HIDDEN,
            ATTENTION,
            INPUT_FEEDING,
            START_STATE,
            RESIDUAL,
            BRIDGING,
            DROPOUT,
            EMBEDDING_DROPOUT,
            STATE_DROPOUT,
            OUTPUT_DROPOUT,
            TIED_EMBEDDINGS);

    private NetworkSection() {}

    static NetworkConfig read(Section section, RunConfig.Vocabulary vocabulary) {
        double dropout = section.get(DROPOUT);
        var config = NetworkConfig.builder()
                .cell(section.get(CELL))
                .vocabularies(vocabulary.sourceSize(), vocabulary.targetSize())
                .embedding(section.get(EMBEDDING))
                .encoder(section.get(ENCODER_LAYERS), section.get(ENCODER_HIDDEN), section.get(BIDIRECTIONAL))
                .decoder(section.get(DECODER_LAYERS), section.get(DECODER_HIDDEN))
                .attention(section.get(ATTENTION))
                .inputFeeding(section.get(INPUT_FEEDING))
                .startState(section.get(START_STATE))
                .residual(section.get(RESIDUAL))
                .bridging(section.get(BRIDGING))
                .dropouts(new NetworkConfig.Dropouts(
                        section.find(EMBEDDING_DROPOUT).orElse(dropout),
                        section.find(STATE_DROPOUT).orElse(dropout),
                        section.find(OUTPUT_DROPOUT).orElse(dropout)))
                .tiedEmbeddings(section.get(TIED_EMBEDDINGS))
                .build();
        if (config.attention() == Attention.DOT && config.decoderHidden() != config.annotationSize()) {
            section.fault(
                    ATTENTION.name(),
                    "compares decoder and encoder states unit by unit: decoder-hidden must be "
                            + config.annotationSize()
                            + ", the encoder's units of all directions"
                            + (config.bridging() ? " and the embedding's" : ""));
        }
        if (config.attention() == Attention.NONE && config.inputFeeding()) {
            section.fault(INPUT_FEEDING.name(), "feeds what was attended to, and attention is none");
        }
        if (config.attention() == Attention.NONE && config.bridging()) {
            section.fault(BRIDGING.name(), "shows embeddings to the attention, and attention is none");
        }
        return config;
    }
}
