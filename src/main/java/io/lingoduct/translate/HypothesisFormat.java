package io.lingoduct.translate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.model.Alignment;
import java.util.Locale;

/** Written form of the hypotheses of a line, each line ended by a line feed. */
public interface HypothesisFormat {

    String text(Hypotheses hypotheses);

    /** {@code 0 ||| text ||| -0.1234}, the lists that Moses and Marian write; lines count from 0. */
    static HypothesisFormat ofMoses(int atMost) {
        return hypotheses -> {
            var text = new StringBuilder();
            for (var translation : hypotheses.best(atMost)) {
                text.append(String.format(
                        Locale.ROOT,
                        "%d ||| %s ||| %.4f\n",
                        hypotheses.number(),
                        translation.text(),
                        translation.score()));
            }
            return text.toString();
        };
    }

    /**
     * An object for each line, also for empty ones: {@code {"line":0,"hypotheses":[{"text":…,"score":…,"complete":…}]}}, with
     * {@code "attention":{"source":[…],"target":[…],"weights":[[…]]}} of the best one where there is any.
     */
    static HypothesisFormat json(int atMost) {
        var mapper = new JsonMapper();
        return hypotheses -> {
            var object = mapper.createObjectNode().put("line", hypotheses.number());
            var list = object.putArray("hypotheses");
            for (var translation : hypotheses.best(atMost)) {
                list.addObject()
                        .put("text", translation.text())
                        .put("score", translation.score())
                        .put("complete", translation.complete());
            }
            if (hypotheses.attention() != null) {
                put(object, hypotheses.attention());
            }
            try {
                return mapper.writeValueAsString(object) + "\n";
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("a tree of JSON cannot be written", e);
            }
        };
    }

    private static void put(ObjectNode object, Alignment alignment) {
        var attention = object.putObject("attention");
        var source = attention.putArray("source");
        alignment.source().forEach(source::add);
        var target = attention.putArray("target");
        alignment.target().forEach(target::add);
        var rows = attention.putArray("weights");
        for (var weights : alignment.weights()) {
            var row = rows.addArray();
            for (float weight : weights) {
                row.add(weight);
            }
        }
    }
}
