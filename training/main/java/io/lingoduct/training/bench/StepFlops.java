package io.lingoduct.training.bench;

import io.lingoduct.training.batch.Batch;
import io.lingoduct.training.network.Attention;
import io.lingoduct.training.network.NetworkConfig;
import java.util.Arrays;

/**
 * Floating-point operations of a training step, counted from its matrix products alone: a product of [m, k] and [k, n] takes 2mkn,
 * and the backward pass two products of the same size for each of the forward pass. What is done unit by unit (gates, softmax,
 * dropout, optimiser) counts as nothing, so the share of the peak that comes of it is a floor.
 *
 * <p>Padding counts where it is computed: in the decoder, the attention and the readout; the encoder and the output projection skip it.
 *
 * <p>Shapes: B rows, S source and T target positions, X inputs, H units per direction, G gates, C encoder state, D decoder
 * state, R readout, V vocabulary.
 */
final class StepFlops {

    private static final int FORWARD_AND_BACKWARD = 3;

    private final NetworkConfig config;

    StepFlops(NetworkConfig config) {
        this.config = config;
    }

    /** Of one step with the batch, all workers together: pass the shares that they get. */
    double of(Batch batch) {
        double sourceTokens = Arrays.stream(batch.sourceLengths()).sum();
        double positions = (double) batch.rows() * batch.targetWidth(); // B·T
        double products = encoder(sourceTokens)
                + start(batch.rows())
                + decoder(positions)
                + attention((double) batch.rows() * batch.sourceWidth(), positions, batch.sourceWidth())
                + readout(positions)
                + projection(batch.targetTokens());
        return FORWARD_AND_BACKWARD * 2 * products;
    }

    private double encoder(double tokens) {
        int directions = config.bidirectional() ? 2 : 1;
        double sum = 0;
        for (int layer = 0; layer < config.encoderLayers(); layer++) {
            int input = layer == 0 ? config.embedding() : config.contextSize();
            sum += directions * recurrent(input, config.encoderHidden());
        }
        return tokens * sum;
    }

    private double start(double rows) {
        return rows * config.decoderLayers() * config.contextSize() * config.decoderHidden();
    }

    private double decoder(double positions) {
        int size = config.decoderHidden();
        double sum = config.inputFeeding() ? (double) config.cell().gates() * size * config.readout() : 0;
        for (int layer = 0; layer < config.decoderLayers(); layer++) {
            sum += recurrent(layer == 0 ? config.embedding() : size, size);
        }
        return positions * sum;
    }

    /** G·H·(X + H), per position. */
    private double recurrent(double input, double hidden) {
        return config.cell().gates() * hidden * (input + hidden);
    }

    private double attention(double sourcePositions, double positions, double sourceWidth) {
        if (config.attention() == Attention.NONE) {
            return 0;
        }
        double context = config.annotationSize();
        double state = config.decoderHidden();
        double keys = config.attention() == Attention.DOT ? 0 : sourcePositions * context * state;
        double queries = config.attention() == Attention.MLP ? positions * state * state : 0;
        return keys + queries + positions * sourceWidth * (state + context);
    }

    private double readout(double positions) {
        int context = config.attention() == Attention.NONE ? 0 : config.annotationSize();
        return positions * (context + config.decoderHidden()) * config.readout();
    }

    private double projection(double tokens) {
        return tokens * config.readout() * config.targetVocabulary();
    }
}
