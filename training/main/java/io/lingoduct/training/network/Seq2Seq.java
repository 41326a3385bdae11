package io.lingoduct.training.network;

import io.lingoduct.training.batch.Batch;
import io.lingoduct.training.batch.EncodedPair;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.pytorch.Device;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Recurrent encoder-decoder: an {@link Encoder} reads the source, a {@link Decoder} writes the target, and an output
 * projection makes scores of all tokens from its readouts (Sutskever, Vinyals and Le, 2014: "Sequence to Sequence
 * Learning with Neural Networks").
 *
 * <p>Shapes: B rows, S source and T target positions, E embedding, C encoder state, R readout, V target vocabulary.
 */
public final class Seq2Seq extends Module {

    /**
     * Score of what cannot be: a source position that is padding, a token that must not be said. Next to minus infinity for a
     * softmax, and yet a number that can be added to others.
     */
    public static final float IMPOSSIBLE = -1e9f;

    private final NetworkConfig config;
    private final Dropout dropout = new Dropout();
    private final EmbeddingImpl sourceEmbedding;
    private final EmbeddingImpl targetEmbedding;
    private final Encoder encoder;
    private final Decoder decoder;
    private final Tensor outputBias;
    private final Tensor outputWeight;
    private Device device = new Device("cpu");

    /** A batch of sources as the decoder reads them, and the state it starts from. */
    record Encoded(Decoder.Source source, Decoder.State start) {}

    /**
     * Teacher-forced scores.
     *
     * @param logits [B·T, V], of every next token
     * @param attention [B, T, S]; null without attention
     */
    public record Scores(Tensor logits, Tensor attention) {}

    /** Initialised from libtorch's global random generator: seed that first. */
    public Seq2Seq(NetworkConfig config) {
        super("seq2seq");
        this.config = config;
        targetEmbedding =
                register_module("target_embedding", new EmbeddingImpl(config.targetVocabulary(), config.embedding()));
        sourceEmbedding = config.tiedEmbeddings() == NetworkConfig.TiedEmbeddings.ALL
                ? targetEmbedding
                : register_module("source_embedding", new EmbeddingImpl(config.sourceVocabulary(), config.embedding()));
        encoder = register_module("encoder", new Encoder(config, dropout));
        decoder = register_module("decoder", new Decoder(config, dropout));
        outputBias = parameter("output_bias", torch.zeros(config.targetVocabulary()));
        outputWeight = config.tiedEmbeddings() == NetworkConfig.TiedEmbeddings.NONE
                ? parameter("output_weight", torch.empty(config.targetVocabulary(), config.readout()))
                : null;
        initialise();
    }

    // What register_parameter returns points into a list that moves when the next parameter is added.
    private Tensor parameter(String name, Tensor values) {
        register_parameter(name, values);
        return values;
    }

    private void initialise() {
        try (var noGradient = new NoGradGuard()) {
            // The recurrent layers get these small values as they are. Scaled up as in a Transformer, they
            // outgrow that scale in training, and the gates end up saturated.
            double deviation = 1 / Math.sqrt(config.embedding());
            targetEmbedding.weight().normal_(0, deviation, new GeneratorOptional());
            if (sourceEmbedding != targetEmbedding) {
                sourceEmbedding.weight().normal_(0, deviation, new GeneratorOptional());
            }
            if (outputWeight != null) {
                torch.xavier_uniform_(outputWeight);
            }
        }
    }

    public NetworkConfig config() {
        return config;
    }

    /** Makes dropout repeatable from here on. */
    public void seedDropout(long seed) {
        dropout.seed(seed);
    }

    public Device device() {
        return device;
    }

    /** Moves all parameters; batches follow them. */
    public void moveTo(Device target) {
        to(target, false);
        device = target;
    }

    /** Number of trained values; a shared matrix counts once. */
    public long parameterCount() {
        long count = 0;
        var all = parameters();
        for (long i = 0; i < all.size(); i++) {
            count += all.get(i).numel();
        }
        return count;
    }

    /** All parameters by name, such as {@code encoder.0.weight_ih_reverse}, in the order of registration. */
    public Map<String, Tensor> weights() {
        var weights = new LinkedHashMap<String, Tensor>();
        try (var named = named_parameters()) {
            var items = named.items();
            for (long i = 0; i < items.size(); i++) {
                // A handle of its own: the ones in the list go when the list goes.
                weights.put(
                        items.get(i).key().getString(), new Tensor(items.get(i).value()));
            }
        }
        return weights;
    }

    /**
     * To be called before the forward pass of a training step: where the decoder goes step by step, its weights get their
     * gradient from {@link #learnSteps} then, which is faster.
     */
    public void collectSteps() {
        if (config.inputFeeding()) {
            decoder.stepWeights().collect();
        }
    }

    /** To be called after the backward pass; adds to gradients that must be there already. */
    public void learnSteps() {
        decoder.stepWeights().learn();
    }

    /** Teacher-forced scores [B·T, V] of every next token. */
    public Tensor logits(Batch batch) {
        return scores(batch).logits();
    }

    /**
     * Teacher-forced scores [N, V] of the next tokens at some positions: padding need not go through the output projection.
     *
     * @param positions [N] int64, places in [B·T]
     */
    public Tensor logits(Batch batch, Tensor positions) {
        var readout = run(batch).readout().reshape(-1, config.readout());
        return project(readout.index_select(0, positions.to(device, ScalarType.Long)));
    }

    /** Teacher-forced scores of every next token, and where the decoder looked. */
    public Scores scores(Batch batch) {
        var output = run(batch);
        return new Scores(project(output.readout()).reshape(-1, config.targetVocabulary()), output.attention());
    }

    private Decoder.Output run(Batch batch) {
        var encoded = encode(batch.source(), batch.sourceLengths(), batch.rows(), batch.sourceWidth());
        var input = Tensors.of(batch.targetInput(), batch.rows(), batch.targetWidth())
                .to(device, ScalarType.Long);
        var x = drop(targetEmbedding.forward(input)); // [B, T, E]
        return decoder.run(x, encoded.source(), encoded.start());
    }

    /**
     * Weights of the source positions while the decoder writes a target.
     *
     * @return [T][S], end-of-sentence included in both; each row adds up to 1
     * @throws IllegalStateException if the network has no attention
     */
    public float[][] attention(EncodedPair pair) {
        if (config.attention() == Attention.NONE) {
            throw new IllegalStateException("the network has no attention");
        }
        return evaluating(() -> {
            try (var scope = new PointerScope();
                    var noGradient = new NoGradGuard()) {
                var weights = scores(Batch.of(List.of(pair))).attention(); // [1, T, S]
                int width = pair.source().length;
                var values = Tensors.floats(weights);
                return IntStream.range(0, values.length / width)
                        .mapToObj(t -> Arrays.copyOfRange(values, t * width, (t + 1) * width))
                        .toArray(float[][]::new);
            }
        });
    }

    /** Does something in evaluation mode, without dropout, and leaves the network in the mode it was in, whatever happens. */
    public <T> T evaluating(Supplier<T> work) {
        boolean training = is_training();
        eval();
        try {
            return work.get();
        } finally {
            train(training);
        }
    }

    /**
     * @param ids [B, S] row by row
     * @param lengths [B], at least 1 each
     */
    Encoded encode(long[] ids, long[] lengths, int rows, int width) {
        var lengthTensor = Tensors.of(lengths, rows);
        var x = drop(sourceEmbedding.forward(Tensors.of(ids, rows, width).to(device, ScalarType.Long))); // [B, S, E]
        return encoded(x, encoder.read(x, lengthTensor), lengthTensor, width);
    }

    /** Sources read step by step, see {@link Encoder#trace}. */
    record Traced(List<List<RecurrentState>> states, Encoded encoded) {}

    /** @param ids [B, S] row by row, without padding; the network must be in evaluation mode and on the CPU */
    Traced trace(long[] ids, int rows, int width) {
        var x = sourceEmbedding.forward(Tensors.of(ids, rows, width));
        var trace = encoder.trace(x);
        var lengths = new long[rows];
        Arrays.fill(lengths, width);
        return new Traced(trace.states(), encoded(x, trace.sequence(), Tensors.of(lengths, rows), width));
    }

    private Encoded encoded(Tensor x, RecurrentLayer.Sequence read, Tensor lengths, int width) {
        var onDevice = lengths.to(device, ScalarType.Long);
        var present = torch.arange(new Scalar(width))
                .to(device, ScalarType.Long)
                .lt(onDevice.unsqueeze(1))
                .unsqueeze(1)
                .to(ScalarType.Float); // [B, 1, S]
        var annotations = annotations(x, read.states());
        var source = new Decoder.Source(annotations, decoder.keys(annotations), AttentionLayer.mask(present));
        return new Encoded(source, decoder.start(summary(read, present, onDevice)));
    }

    /** Embeddings [B, S, E] and states [B, S, C] to [B, S, A]; embeddings squashed, as states are within [-1, 1]. */
    private Tensor annotations(Tensor x, Tensor states) {
        return config.bridging() ? torch.cat(new TensorVector(states, x.tanh().to(states.scalar_type())), 2) : states;
    }

    private Tensor summary(RecurrentLayer.Sequence read, Tensor present, Tensor lengths) {
        if (config.startState() == NetworkConfig.StartState.LAST) {
            return read.last();
        }
        var sum = present.bmm(read.states().to(ScalarType.Float)).squeeze(1); // [B, C]
        return sum.div(lengths.unsqueeze(1));
    }

    /**
     * One step of a search.
     *
     * @param logits [B, V]
     * @param attention [B, S]; null without attention
     */
    record Step(Tensor logits, Tensor attention, Decoder.State state) {}

    /** @param ids [B], the tokens said last */
    Step step(Tensor ids, Encoded encoded, Decoder.State state) {
        var x = targetEmbedding.forward(ids.to(device, ScalarType.Long)); // [B, E]
        var step = decoder.next(x, encoded.source(), state);
        var attention = step.output().attention();
        return new Step(
                project(step.output().readout()).squeeze(1),
                attention == null ? null : attention.squeeze(1),
                step.state());
    }

    private Tensor project(Tensor readout) {
        var weight = outputWeight == null ? targetEmbedding.weight() : outputWeight;
        return torch.linear(readout, weight, outputBias);
    }

    private Tensor drop(Tensor x) {
        return is_training() ? dropout.apply(x, config.dropouts().embedding()) : x;
    }
}
