package io.lingoduct.training.export;

import ai.onnx.proto.OnnxMl.GraphProto;
import io.lingoduct.model.graph.GraphPorts;
import io.lingoduct.model.graph.SearchChoice;
import io.lingoduct.training.export.network.DecoderNodes;
import io.lingoduct.training.export.network.EncoderNodes;
import io.lingoduct.training.export.network.LayerNodes;
import io.lingoduct.training.export.network.TrainedWeights;
import io.lingoduct.training.export.onnx.Attributes;
import io.lingoduct.training.export.onnx.GraphArithmetic;
import io.lingoduct.training.export.onnx.GraphBuilder;
import io.lingoduct.training.export.onnx.GraphBuilder.Type;
import io.lingoduct.training.export.onnx.GraphBuilder.Value;
import io.lingoduct.training.export.onnx.ProductNodes;
import io.lingoduct.training.export.onnx.WeightNodes;
import io.lingoduct.training.export.output.FixedAndGatheredColumns;
import io.lingoduct.training.export.output.FixedColumns;
import io.lingoduct.training.export.output.GatheredColumns;
import io.lingoduct.training.export.output.OutputColumns;
import io.lingoduct.training.export.search.BeamSteps;
import io.lingoduct.training.export.search.ForcedTarget;
import io.lingoduct.training.export.search.GreedyChoice;
import io.lingoduct.training.export.search.GreedySteps;
import io.lingoduct.training.export.search.SearchInputs;
import io.lingoduct.training.export.search.SearchLoop;
import io.lingoduct.training.export.search.SearchResults;
import io.lingoduct.training.export.search.ShrinkingLoop;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.network.Seq2Seq;
import java.util.List;
import java.util.function.Function;

/**
 * The whole translation as one ONNX graph, as docs/graph-contract.md describes it: encoder, decoder and search. It holds a
 * loop for each kind of search and takes one of them at run time, see {@link SearchChoice}; all share the weights. A beam of 1
 * needs no bookkeeping of hypotheses, and a shortlist needs a matrix of its own.
 */
public final class TranslationGraph {

    private final GraphBuilder root = GraphBuilder.root("translate");
    private final LayerNodes layers;
    private final DecoderNodes decoder;
    private final int[] frequent;

    private TranslationGraph(Seq2Seq trained, GraphArithmetic arithmetic, int[] frequent) {
        this.frequent = frequent;
        layers = new LayerNodes(new TrainedWeights(trained), new ProductNodes(new WeightNodes(), arithmetic));
        decoder = new DecoderNodes(layers);
    }

    /**
     * The serialised model; matrices are stored in half precision or, where the arithmetic is on integers, in 8 bits.
     *
     * @throws IllegalArgumentException if a weight is not exactly a half-precision number, see {@link HalfPrecision}
     */
    public static byte[] of(Seq2Seq trained, SearchLimits limits, GraphArithmetic arithmetic) {
        return of(trained, limits, arithmetic, new int[0]);
    }

    /**
     * The same, faster where all candidates that it will be given hold some tokens.
     *
     * @param frequent the ids of these tokens, which every row may say
     * @throws IllegalArgumentException as {@link #of(Seq2Seq, SearchLimits, GraphArithmetic)}
     */
    public static byte[] of(Seq2Seq trained, SearchLimits limits, GraphArithmetic arithmetic, int[] frequent) {
        return export(trained, limits, arithmetic, frequent).model();
    }

    /**
     * The same, and where the weights stand in it.
     *
     * @throws IllegalArgumentException as {@link #of(Seq2Seq, SearchLimits, GraphArithmetic)}
     */
    public static ExportedGraph export(
            Seq2Seq trained, SearchLimits limits, GraphArithmetic arithmetic, int[] frequent) {
        var graph = new TranslationGraph(trained, arithmetic, frequent);
        var model = graph.build(limits);
        return new ExportedGraph(model, graph.layers.products().weights().places());
    }

    private byte[] build(SearchLimits limits) {
        var g = root;
        var ids = g.input(GraphPorts.SOURCE_IDS, Type.INT64, "B", "S");
        var lengths = g.input(GraphPorts.SOURCE_LENGTHS, Type.INT32, "B");
        var options = SearchInputs.Options.inputs(g);

        var rows = g.node("Shape", List.of(lengths));
        var forced = ForcedTarget.input(g, rows);
        var encoded = new EncoderNodes(layers).add(g, ids, lengths);
        var inputs = new SearchInputs(
                decoder.source(g, encoded, options.beamSize()),
                rows,
                rowLimits(g, lengths, options.maxLength(), limits),
                options);
        var whole = new OutputColumns.WholeVocabulary(layers);
        Branch search = layers.products().inIntegers() ? withCandidates(inputs, whole) : freeSearch(inputs, whole);
        var taking = new GreedySteps(decoder, new GreedyChoice.Forced(forced));
        Branch given = branch -> taking.add(branch, inputs, whole, new SearchLoop.Plain(taking.looks()));
        choice(g, SearchChoice.FORCED, forced.isGiven(g), given, "free", search).asOutputs(g);
        return g.model();
    }

    /** Builds a branch of the graph. */
    private interface Branch extends Function<GraphBuilder, SearchResults> {}

    private Branch withCandidates(SearchInputs inputs, OutputColumns whole) {
        var candidates = root.input(GraphPorts.CANDIDATE_IDS, Type.INT64, "L");
        var mask = root.input(GraphPorts.CANDIDATE_MASK, Type.BOOL, "B", "L");
        Branch shortlisted = g -> {
            OutputColumns output = frequent.length == 0
                    ? GatheredColumns.of(g, layers, candidates, mask)
                    : FixedAndGatheredColumns.of(g, new FixedColumns(layers, frequent), candidates, mask);
            Branch greedy = branch -> greedy(branch, inputs, output);
            Branch beam = branch -> beam(branch, inputs, output);
            return choice(g, SearchChoice.SHORTLIST_GREEDY, isGreedy(g, inputs), greedy, "shortlist_beam", beam);
        };
        var present = GatheredColumns.present(root, candidates);
        return g -> choice(g, SearchChoice.SHORTLIST, present, shortlisted, "whole", freeSearch(inputs, whole));
    }

    private Branch freeSearch(SearchInputs inputs, OutputColumns output) {
        Branch greedy = branch -> greedy(branch, inputs, output);
        Branch beam = branch -> beam(branch, inputs, output);
        return g -> choice(g, SearchChoice.GREEDY, isGreedy(g, inputs), greedy, "beam", beam);
    }

    private SearchResults greedy(GraphBuilder g, SearchInputs inputs, OutputColumns output) {
        var limited = new GreedySteps(
                decoder, new GreedyChoice.WithoutRepetition(inputs.options().noRepeatNgram()));
        return limitable(
                g,
                inputs,
                branch -> limited.add(branch, inputs, output, loop()),
                branch -> choice(
                        branch,
                        SearchChoice.SCORED,
                        inputs.options().scoresWanted(),
                        taken -> free(true).add(taken, inputs, output, loop()),
                        "unscored",
                        taken -> free(false).add(taken, inputs, output, loop())));
    }

    private GreedySteps free(boolean scored) {
        return new GreedySteps(decoder, new GreedyChoice.Best(scored));
    }

    private SearchResults beam(GraphBuilder g, SearchInputs inputs, OutputColumns output) {
        return limitable(
                g,
                inputs,
                branch -> new BeamSteps(decoder, true).add(branch, inputs, output, loop()),
                branch -> new BeamSteps(decoder, false).add(branch, inputs, output, loop()));
    }

    /** Looking for repetitions takes time in every step, and few ask for it. */
    private static SearchResults limitable(GraphBuilder g, SearchInputs inputs, Branch limited, Branch free) {
        var isLimited = g.node("Greater", List.of(inputs.options().noRepeatNgram(), g.scalar(0)));
        return choice(g, SearchChoice.WITHOUT_REPETITION, isLimited, limited, "free", free);
    }

    private SearchLoop loop() {
        return layers.products().inIntegers() ? new ShrinkingLoop() : new SearchLoop.Plain(false);
    }

    private static Value isGreedy(GraphBuilder g, SearchInputs inputs) {
        return g.node("Equal", List.of(inputs.options().beamSize(), g.scalar(1)));
    }

    private static SearchResults choice(
            GraphBuilder g, SearchChoice choice, Value condition, Branch then, String otherName, Branch other) {
        return SearchResults.of(g.nodes(
                "If",
                SearchResults.COUNT,
                List.of(condition),
                Attributes.of("then_branch", built(g.subgraph(choice.branch()), then)),
                Attributes.of("else_branch", built(g.subgraph(otherName), other))));
    }

    private static GraphProto built(GraphBuilder g, Branch branch) {
        branch.apply(g).asOutputs(g);
        return g.build();
    }

    /** See {@link SearchLimits#forSource}. */
    private static Value rowLimits(GraphBuilder g, Value lengths, Value maxLength, SearchLimits limits) {
        var real = g.cast(lengths, Type.FLOAT);
        var scaled = g.node("Floor", List.of(g.node("Mul", List.of(real, g.scalar((float) limits.outputRatio())))));
        var whole = g.cast(scaled, Type.INT64);
        var shifted = g.node("Add", List.of(whole, g.scalar(limits.outputOffset())));
        return g.node("Min", List.of(shifted, maxLength)); // [B]
    }
}
