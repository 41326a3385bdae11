package io.lingoduct.evaluate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.text.metrics.BleuScore;
import io.lingoduct.text.metrics.CorpusScore;
import java.util.OptionalDouble;

/** An evaluation for programs: one JSON document on one line. Figures have six decimals. */
public final class EvaluationJson {

    private static final JsonMapper JSON = new JsonMapper();

    private EvaluationJson() {}

    public static String of(Evaluation evaluation) {
        var root = JSON.createObjectNode();
        root.put("segments", evaluation.segments());
        if (evaluation.run() != null) {
            addModel(root, evaluation.run());
        }
        var metrics = root.putArray("metrics");
        evaluation.corpus().forEach(metric -> addMetric(metrics.addObject(), metric.name(), metric.score()));
        if (evaluation.forced() != null) {
            addForced(root.putObject("forced"), evaluation.forced());
        }
        if (evaluation.hasRows()) {
            addSentences(root, evaluation);
        }
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of figures cannot be written as JSON", e);
        }
    }

    private static void addModel(ObjectNode root, ModelRun run) {
        root.putObject("model")
                .put("name", run.model().name())
                .put("version", run.model().version())
                .put("beam_size", run.search().beamSize())
                .put("length_penalty", run.search().lengthPenalty());
    }

    private static void addMetric(ObjectNode node, String name, CorpusScore score) {
        node.put("name", name).put("score", rounded(score.value())).put("signature", score.signature());
        if (score instanceof BleuScore bleu) {
            var precisions = node.putArray("precisions");
            bleu.precisions().forEach(precision -> precisions.add(rounded(precision)));
            node.put("brevity_penalty", rounded(bleu.brevityPenalty()))
                    .put("hypothesis_length", bleu.hypothesisLength())
                    .put("reference_length", bleu.referenceLength());
        }
    }

    private static void addForced(ObjectNode node, ForcedScores forced) {
        node.put("log_probability", rounded(forced.logProbability())).put("tokens", forced.tokens());
        putIfPresent(node, "perplexity", forced.perplexity());
    }

    private static void addSentences(ObjectNode root, Evaluation evaluation) {
        var sentences = root.putArray("sentences");
        for (int line = 0; line < evaluation.segments(); line++) {
            var sentence = sentences.addObject().put("segment", line + 1);
            var scores = evaluation.rows().get(line);
            for (int column = 0; column < scores.size(); column++) {
                sentence.put(evaluation.columns().get(column), rounded(scores.get(column)));
            }
            if (evaluation.forced() != null) {
                putIfPresent(sentence, "log_probability", evaluation.forced().logProbability(line));
            }
        }
    }

    private static void putIfPresent(ObjectNode node, String key, OptionalDouble value) {
        if (value.isPresent() && Double.isFinite(value.getAsDouble())) { // JSON knows no infinity
            node.put(key, rounded(value.getAsDouble()));
        } else {
            node.putNull(key);
        }
    }

    private static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }
}
