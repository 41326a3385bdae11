package io.lingoduct.bench.peak;

import io.lingoduct.model.bundle.BundleManifest;

/**
 * Operations that translating a sentence needs, counted from its matrix products alone: a product of [m, k] and [k, n] takes
 * 2mkn. What is done unit by unit (gates, softmax, arg-max), the look-up of embeddings and the bookkeeping of a beam count as
 * nothing, and so does padding and what is computed for a row that has ended; the share of the peak that comes of it is a
 * floor.
 *
 * <p>A beam of K does each step of the decoder K times. In integers what a first layer makes of a token comes from a table and
 * counts as nothing, and what the readout makes of a source position counts once for all steps, as today's graphs work them
 * out; graphs of earlier versions do more.
 *
 * <p>Shapes: S source and T target tokens, ends included; X inputs, H units per direction, G gates, C encoder state, D decoder
 * state, R readout, V target tokens to choose from.
 */
public final class TranslationOps {

    /**
     * Operations of matrix products, an addition and a multiplication being two.
     *
     * @param float32 in float32
     * @param int8 in 8-bit integers
     */
    public record Work(double float32, double int8) {

        public static final Work NONE = new Work(0, 0);

        public Work plus(Work other) {
            return new Work(float32 + other.float32, int8 + other.int8);
        }

        /** Seconds that the work takes at the peak of both kinds. */
        public double idealSeconds(Peaks peaks) {
            double floatSeconds = float32 == 0 ? 0 : 1e-9 * float32 / peaks.f32Gflops();
            double integerSeconds = int8 == 0 ? 0 : 1e-9 * int8 / peaks.int8Gops();
            return floatSeconds + integerSeconds;
        }
    }

    private final BundleManifest.Architecture network;
    private final int vocabulary;
    private final int gates;
    private final int context;
    private final int readout;

    /** @param manifest of a bundle that says how its network is built */
    public TranslationOps(BundleManifest manifest) {
        this.network = manifest.architecture();
        this.vocabulary = manifest.vocabulary().targetSize();
        this.gates = switch (network.cell()) {
            case "lstm" -> 4;
            case "gru" -> 3;
            default -> 1;
        };
        this.context = (Boolean.FALSE.equals(network.bidirectional()) ? 1 : 2) * network.encoderHidden();
        this.readout = "none".equals(network.tiedEmbeddings()) ? network.decoderHidden() : network.embedding();
    }

    /**
     * Of one sentence.
     *
     * @param sourceTokens S
     * @param targetTokens T
     * @param beam K
     * @param candidates V: the vocabulary, or what a shortlist leaves of it
     */
    public Work of(int sourceTokens, int targetTokens, int beam, double candidates, Precision precision) {
        boolean integers = precision == Precision.INT8;
        double steps = (double) beam * targetTokens;
        double step = decoder(integers) + query() + readoutLayer(integers) + readout * candidates;
        double once = integers ? values(sourceTokens) : firstInput(sourceTokens);
        double weights = once + encoder(sourceTokens) + keys(sourceTokens) + steps * step;
        double floats = start() + steps * attention(sourceTokens, integers ? readout : context);
        return integers ? new Work(2 * floats, 2 * weights) : new Work(2 * (floats + weights), 0);
    }

    int vocabulary() {
        return vocabulary;
    }

    private double firstInput(int tokens) {
        return (double) tokens * context * gates * network.embedding();
    }

    /** All but {@link #firstInput}. */
    private double encoder(int tokens) {
        double layer = (double) context * gates * network.encoderHidden();
        double input = (double) context * gates * context;
        return tokens * (network.encoderLayers() * layer + (network.encoderLayers() - 1) * input);
    }

    private double start() {
        return (double) network.decoderLayers() * context * network.decoderHidden();
    }

    private double decoder(boolean inputFromTable) {
        int size = network.decoderHidden();
        double sum = Boolean.TRUE.equals(network.inputFeeding()) ? (double) gates * size * readout : 0;
        for (int layer = 0; layer < network.decoderLayers(); layer++) {
            int input = layer > 0 ? size : inputFromTable ? 0 : network.embedding();
            sum += (double) gates * size * (input + size);
        }
        return sum;
    }

    private boolean attends() {
        return !"none".equals(network.attention());
    }

    private double keys(int tokens) {
        boolean mapped = attends() && !"dot".equals(network.attention());
        return mapped ? (double) tokens * context * network.decoderHidden() : 0;
    }

    private double query() {
        double size = network.decoderHidden();
        return "mlp".equals(network.attention()) ? size * size : 0;
    }

    private double values(int tokens) {
        return attends() ? (double) tokens * context * readout : 0;
    }

    /** @param width of what is averaged */
    private double attention(int sourceTokens, int width) {
        return attends() ? (double) sourceTokens * (network.decoderHidden() + width) : 0;
    }

    private double readoutLayer(boolean ofValues) {
        return (double) ((attends() && !ofValues ? context : 0) + network.decoderHidden()) * readout;
    }
}
