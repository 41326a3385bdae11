package io.lingoduct.model.runtime;

import ai.onnxruntime.OrtException;
import io.lingoduct.model.Cancellation;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.graph.GraphCall;
import io.lingoduct.model.graph.GraphPorts;
import io.lingoduct.model.graph.OnnxGraph;
import io.lingoduct.model.tokenizer.SegmentCoder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs encoded batches through a bundle's graph and checks what comes back. The batches must not be empty. A graph that was
 * trained elsewhere may lack a part of what can be asked for; that is told beforehand.
 */
record GraphRunner(ModelBundle bundle, SegmentCoder coder, OnnxGraph graph) {

    /** @throws IllegalArgumentException if the options ask for more than the model can do */
    void requireSearch(SearchOptions search) {
        var manifest = bundle.manifest();
        int maxBeamSize = manifest.decoding().maxBeamSize();
        if (search.beamSize() > maxBeamSize) {
            throw new IllegalArgumentException("beam size " + search.beamSize() + " exceeds what the model "
                    + manifest.name() + " accepts, which is at most " + maxBeamSize);
        }
        var missing = new ArrayList<String>();
        if (search.coveragePenalty() > 0 && !graph.hasInput(GraphPorts.COVERAGE_PENALTY)) {
            missing.add(GraphPorts.COVERAGE_PENALTY);
        }
        if (search.noRepeatNgram() > 0 && !graph.hasInput(GraphPorts.NO_REPEAT_NGRAM)) {
            missing.add(GraphPorts.NO_REPEAT_NGRAM);
        }
        if (!missing.isEmpty()) {
            throw new IllegalArgumentException("the model " + manifest.name() + " cannot be searched so, for its graph"
                    + " has no input " + String.join(" and ", missing) + ": export it again, or leave the option out");
        }
    }

    /** @throws BundleException if the graph cannot be given a target */
    void requireForcedTargets() {
        require(acceptsTargets(), "score a given target", "input", GraphPorts.FORCED_IDS);
    }

    /** @throws BundleException if the graph keeps its best hypothesis only */
    void requireAllHypotheses() {
        require(graph.hasOutput(GraphPorts.NBEST_IDS), "give all hypotheses", "output", GraphPorts.NBEST_IDS);
    }

    /** @throws BundleException if the graph does not show its attention */
    void requireAttention() {
        require(showsAttention(), "show its attention", "output", GraphPorts.ATTENTION);
    }

    boolean showsAttention() {
        var architecture = bundle.manifest().architecture();
        boolean attends = architecture == null || !"none".equals(architecture.attention());
        return attends && acceptsTargets() && graph.hasOutput(GraphPorts.ATTENTION);
    }

    boolean acceptsTargets() {
        return graph.hasInput(GraphPorts.FORCED_IDS);
    }

    private void require(boolean able, String what, String kind, String name) {
        if (!able) {
            throw new BundleException(
                    bundle.graphFile(),
                    "this graph cannot " + what + ", for it has no " + kind + " " + name
                            + " (see docs/graph-contract.md): export the model again");
        }
    }

    List<Translation> translate(List<EncodedSegment> batch, SearchOptions search, Cancellation cancellation) {
        try {
            var output = graph.run(call(batch, search), cancellation);
            var scores = search.scores() ? output.scores() : unknown(output.scores().length);
            var translations = new ArrayList<Translation>(batch.size());
            for (int row = 0; row < batch.size(); row++) {
                translations.add(toTranslation(output.targetIds(), row, output.width(), scores));
            }
            return translations;
        } catch (OrtException e) {
            throw failure(batch.size(), e);
        }
    }

    /** All hypotheses of each row, the best first, with their scores. */
    List<List<Translation>> translateAll(List<EncodedSegment> batch, SearchOptions search) {
        try {
            var output = graph.runForAll(call(batch, search.withScores(true)));
            var translations = new ArrayList<List<Translation>>(batch.size());
            for (int row = 0; row < batch.size(); row++) {
                var hypotheses = new ArrayList<Translation>(output.beam());
                for (int k = 0; k < output.beam(); k++) {
                    int at = row * output.beam() + k;
                    hypotheses.add(toTranslation(output.targetIds(), at, output.width(), output.scores()));
                }
                translations.add(List.copyOf(hypotheses));
            }
            return translations;
        } catch (OrtException e) {
            throw failure(batch.size(), e);
        }
    }

    /** The log-probability of each row's target, whose ids end with the end of the sentence. */
    List<Float> score(List<EncodedSegment> batch, List<long[]> targets, Cancellation cancellation) {
        try {
            var output = graph.run(forced(batch, targets), cancellation);
            var scores = new ArrayList<Float>(batch.size());
            for (int row = 0; row < batch.size(); row++) {
                requireTaken(targets.get(row), output, row);
                scores.add(output.scores()[row]);
            }
            return scores;
        } catch (OrtException e) {
            throw failure(batch.size(), e);
        }
    }

    /** Attention to the source for each token of each row's target: [T][S] for a row, end-of-sentence included in both. */
    List<float[][]> attention(List<EncodedSegment> batch, List<long[]> targets) {
        try {
            var looks = graph.runForAttention(forced(batch, targets));
            var rows = new ArrayList<float[][]>(batch.size());
            for (int row = 0; row < batch.size(); row++) {
                var weights = new float[targets.get(row).length][];
                for (int t = 0; t < weights.length; t++) {
                    int start = (row * looks.targets() + t) * looks.sources();
                    weights[t] = Arrays.copyOfRange(
                            looks.weights(), start, start + batch.get(row).length());
                }
                rows.add(weights);
            }
            return rows;
        } catch (OrtException e) {
            throw failure(batch.size(), e);
        }
    }

    /** The run that a search of a batch takes. */
    GraphCall call(List<EncodedSegment> batch, SearchOptions search) {
        var call = GraphCall.search(rows(batch), padId(), maxTargetTokens(), search);
        if (!graph.hasInput(GraphPorts.CANDIDATE_IDS)) {
            return call;
        }
        return bundle.shortlistFor(search)
                .map(shortlist -> call.within(shortlist.forBatch(call.rows())))
                .orElse(call);
    }

    private GraphCall forced(List<EncodedSegment> batch, List<long[]> targets) {
        int longest = targets.stream().mapToInt(ids -> ids.length).max().orElseThrow();
        return GraphCall.forced(rows(batch), targets, padId(), Math.max(longest, maxTargetTokens()));
    }

    private int padId() {
        return bundle.manifest().vocabulary().padId();
    }

    private int maxTargetTokens() {
        return bundle.manifest().limits().maxTargetTokens();
    }

    /** @param at number of the row that counts, of ids and scores */
    private Translation toTranslation(long[] targetIds, int at, int width, float[] scores) {
        var vocabulary = bundle.manifest().vocabulary();
        var ids = Arrays.copyOfRange(targetIds, at * width, (at + 1) * width);
        int end = 0;
        while (end < ids.length && ids[end] != vocabulary.eosId()) {
            if (ids[end] < 0 || ids[end] >= vocabulary.targetSize()) {
                throw new TranslationException("the graph answered with token id " + ids[end] + "; the vocabulary has "
                        + vocabulary.targetSize() + " tokens");
            }
            end++;
        }
        return new Translation(coder.targetText(Arrays.copyOf(ids, end)), scores[at], end < ids.length);
    }

    /** The score of other tokens than the given ones would go unnoticed. */
    private static void requireTaken(long[] target, OnnxGraph.Output output, int row) {
        int start = row * output.width();
        boolean taken = target.length <= output.width()
                && Arrays.equals(target, 0, target.length, output.targetIds(), start, start + target.length);
        if (!taken) {
            throw new TranslationException("the graph did not keep to the target that " + GraphPorts.FORCED_IDS
                    + " gave it for row " + row + " of the batch");
        }
    }

    private static float[] unknown(int count) {
        var scores = new float[count];
        Arrays.fill(scores, Float.NaN);
        return scores;
    }

    private static List<long[]> rows(List<EncodedSegment> batch) {
        return batch.stream().map(EncodedSegment::ids).toList();
    }

    private static TranslationException failure(int batchSize, OrtException cause) {
        return new TranslationException(
                "ONNX Runtime failed on a batch of " + batchSize + ": " + cause.getMessage(), cause);
    }
}
