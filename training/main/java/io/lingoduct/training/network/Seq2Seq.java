package io.lingoduct.training.network;

import io.lingoduct.training.batch.Batch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bytedeco.pytorch.EmbeddingImpl;
import org.bytedeco.pytorch.GeneratorOptional;
import org.bytedeco.pytorch.LSTMImpl;
import org.bytedeco.pytorch.LSTMOptions;
import org.bytedeco.pytorch.LinearImpl;
import org.bytedeco.pytorch.LinearOptions;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Module;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.T_TensorT_TensorTensor_T_T;
import org.bytedeco.pytorch.T_TensorTensor_T;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * Recurrent encoder-decoder with attention: a bidirectional LSTM reads the source; an LSTM writes the target and at each
 * step attends to the source with Luong's "general" score (Luong, Pham and Manning, 2015: "Effective Approaches to
 * Attention-based Neural Machine Translation").
 *
 * <p>The attention does not feed back into the recurrence (no input feeding): the decoder runs over a whole
 * teacher-forced target in one call, and the step of the search stays small. The decoder starts from the tanh of a linear
 * map of the encoder's mean state, which learns faster than the encoder's last states.
 *
 * <p>Shapes: B rows, S source and T target positions, E embedding, H encoder units per direction, D decoder units, V
 * vocabulary.
 */
public final class Seq2Seq extends Module {

    /** Added to the score of a source position that is padding. */
    static final double MASKED = -1e9;

    private final NetworkConfig config;
    private final EmbeddingImpl sourceEmbedding;
    private final EmbeddingImpl targetEmbedding;
    private final List<LSTMImpl> encoder = new ArrayList<>();
    private final List<LSTMImpl> decoder = new ArrayList<>();
    private final List<LinearImpl> startState = new ArrayList<>();
    private final LinearImpl attentionKey;
    private final LinearImpl readout;
    private final Tensor outputWeight;
    private final Tensor outputBias;
    private final Dropout dropout;

    /**
     * What the decoder needs of a batch of sources.
     *
     * @param states [B, S, 2H]
     * @param keys [B, D, S], the states as the attention compares them
     * @param mask [B, 1, S], 0 for a token and a large negative number for padding
     * @param start the decoder's first state
     */
    record Encoded(Tensor states, Tensor keys, Tensor mask, State start) {}

    /** Hidden and cell state of each decoder layer, [1, B, D] each. */
    record State(List<Tensor> hidden, List<Tensor> cell) {}

    /** Initialised from libtorch's global random generator: seed that first. */
    public Seq2Seq(NetworkConfig config) {
        super("seq2seq");
        this.config = config;
        int contextSize = 2 * config.encoderHidden();
        dropout = new Dropout(config.dropout());
        targetEmbedding =
                register_module("target_embedding", new EmbeddingImpl(config.vocabulary(), config.embedding()));
        sourceEmbedding = config.tiedEmbeddings() == NetworkConfig.TiedEmbeddings.ALL
                ? targetEmbedding
                : register_module("source_embedding", new EmbeddingImpl(config.vocabulary(), config.embedding()));
        for (int layer = 0; layer < config.encoderLayers(); layer++) {
            int input = layer == 0 ? config.embedding() : contextSize;
            encoder.add(register_module("encoder_" + layer, lstm(input, config.encoderHidden(), true)));
        }
        for (int layer = 0; layer < config.decoderLayers(); layer++) {
            int input = layer == 0 ? config.embedding() : config.decoderHidden();
            decoder.add(register_module("decoder_" + layer, lstm(input, config.decoderHidden(), false)));
            startState.add(register_module("start_" + layer, new LinearImpl(contextSize, config.decoderHidden())));
        }
        var withoutBias = new LinearOptions(contextSize, config.decoderHidden());
        withoutBias.bias().put(false);
        attentionKey = register_module("attention_key", new LinearImpl(withoutBias));
        readout = register_module("readout", new LinearImpl(contextSize + config.decoderHidden(), config.readout()));
        outputBias = parameter("output_bias", torch.zeros(config.vocabulary()));
        outputWeight = config.tiedEmbeddings() == NetworkConfig.TiedEmbeddings.NONE
                ? parameter("output_weight", torch.empty(config.vocabulary(), config.readout()))
                : targetEmbedding.weight();
        initialise();
    }

    // What register_parameter returns points into a list that moves when the next parameter is added.
    private Tensor parameter(String name, Tensor values) {
        register_parameter(name, values);
        return values;
    }

    private static LSTMImpl lstm(int input, int hidden, boolean bidirectional) {
        var options = new LSTMOptions(input, hidden);
        options.bidirectional().put(bidirectional);
        options.batch_first().put(true);
        return new LSTMImpl(options);
    }

    private void initialise() {
        try (var noGradient = new NoGradGuard()) {
            double deviation = 1 / Math.sqrt(config.embedding());
            targetEmbedding.weight().normal_(0, deviation, new GeneratorOptional());
            if (sourceEmbedding != targetEmbedding) {
                sourceEmbedding.weight().normal_(0, deviation, new GeneratorOptional());
            }
            if (config.tiedEmbeddings() == NetworkConfig.TiedEmbeddings.NONE) {
                torch.xavier_uniform_(outputWeight);
            }
            var linear = new ArrayList<>(startState);
            linear.add(readout);
            linear.forEach(layer -> layer.bias().zero_());
            linear.add(attentionKey);
            linear.forEach(layer -> torch.xavier_uniform_(layer.weight()));
        }
    }

    public NetworkConfig config() {
        return config;
    }

    /** Makes dropout repeatable from here on. */
    public void seedDropout(long seed) {
        dropout.seed(seed);
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

    /** All parameters by name, such as {@code encoder_0.weight_ih_l0_reverse}, in the order of registration. */
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

    /** Makes this network use the very memory of another one's parameters; gradients stay apart. */
    public void shareParametersOf(Seq2Seq other) {
        var mine = parameters();
        var theirs = other.parameters();
        for (long i = 0; i < mine.size(); i++) {
            mine.get(i).set_data(theirs.get(i).variable_data());
        }
    }

    /** Teacher-forced scores [B·T, V] of every next token. */
    public Tensor logits(Batch batch) {
        var source = encode(batch.source(), batch.sourceLengths(), batch.rows(), batch.sourceWidth());
        var input = Tensors.of(batch.targetInput(), batch.rows(), batch.targetWidth());
        var x = drop(targetEmbedding.forward(input)); // [B, T, E]
        for (int layer = 0; layer < decoder.size(); layer++) {
            x = drop(decode(layer, x, source.start()).get0(), layer + 1 < decoder.size()); // [B, T, D]
        }
        return project(attend(x, source)).reshape(-1, config.vocabulary());
    }

    /**
     * @param ids [B, S] row by row
     * @param lengths [B], at least 1 each
     */
    Encoded encode(long[] ids, long[] lengths, int rows, int width) {
        var lengthTensor = Tensors.of(lengths, rows);
        var x = drop(sourceEmbedding.forward(Tensors.of(ids, rows, width))); // [B, S, E]
        for (int layer = 0; layer < encoder.size(); layer++) {
            var packed = torch.pack_padded_sequence(x, lengthTensor, true, false);
            var output = encoder.get(layer).forward_with_packed_input(packed).get0();
            x = torch.pad_packed_sequence(output, true, 0, new LongOptional(width))
                    .get0(); // [B, S, 2H]
            x = drop(x, layer + 1 < encoder.size());
        }
        var present = torch.arange(new Scalar(width))
                .lt(lengthTensor.unsqueeze(1))
                .unsqueeze(1)
                .to(ScalarType.Float); // [B, 1, S]
        var mask = present.sub(new Scalar(1)).mul(new Scalar(-MASKED)); // 1 → 0, 0 → MASKED
        var mean = present.bmm(x.to(ScalarType.Float)).div(lengthTensor.view(-1, 1, 1)); // [B, 1, 2H]
        var keys = attentionKey.forward(x).transpose(1, 2);
        return new Encoded(x, keys, mask, start(mean));
    }

    private State start(Tensor mean) {
        var hidden = new ArrayList<Tensor>();
        var cell = new ArrayList<Tensor>();
        for (var layer : startState) {
            var h = layer.forward(mean).tanh().transpose(0, 1).contiguous(); // [1, B, D]
            hidden.add(h);
            cell.add(torch.zeros_like(h));
        }
        return new State(hidden, cell);
    }

    private T_TensorT_TensorTensor_T_T decode(int layer, Tensor x, State state) {
        var from = new T_TensorTensor_T(state.hidden().get(layer), state.cell().get(layer));
        return decoder.get(layer).forward(x, from);
    }

    /** One step of the search: feeds ids [B], returns scores [B, V] and puts the new state in place of the old one. */
    Tensor step(Tensor ids, Encoded source, State state) {
        var x = targetEmbedding.forward(ids.unsqueeze(1)); // [B, 1, E]
        for (int layer = 0; layer < decoder.size(); layer++) {
            var result = decode(layer, x, state);
            x = result.get0();
            state.hidden().set(layer, result.get1().get0());
            state.cell().set(layer, result.get1().get1());
        }
        return project(attend(x, source)).squeeze(1);
    }

    private Tensor attend(Tensor x, Encoded source) {
        var weights = x.bmm(source.keys()).add(source.mask()).softmax(2); // [B, T, S]
        var context = weights.to(source.states().scalar_type()).bmm(source.states()); // [B, T, 2H]
        return drop(readout.forward(torch.cat(new TensorVector(context, x), 2)).tanh());
    }

    private Tensor project(Tensor readout) {
        return torch.linear(readout, outputWeight, outputBias);
    }

    private Tensor drop(Tensor x) {
        return drop(x, true);
    }

    private Tensor drop(Tensor x, boolean wanted) {
        return wanted && is_training() ? dropout.apply(x) : x;
    }
}
