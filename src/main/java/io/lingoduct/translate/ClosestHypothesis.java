package io.lingoduct.translate;

import io.lingoduct.model.Translation;
import io.lingoduct.text.lines.InputFileException;
import io.lingoduct.text.lines.LineFile;
import io.lingoduct.text.metrics.Bleu;
import io.lingoduct.text.metrics.Metric;
import java.util.List;
import java.util.Locale;

/**
 * Of the hypotheses of each line, writes the one that comes nearest to a reference, by the BLEU of the sentence; among equals
 * the one that the model likes best. A small model learns more easily from such lines than from the references themselves.
 *
 * <p>What was cut off at the limit of output length has often gone round in a circle, and a model that learns from that does the
 * same: such hypotheses do not count, and where there is no other the reference itself is written.
 *
 * <p>Kim and Rush, "Sequence-Level Knowledge Distillation", 2016, section 3.3.
 */
public final class ClosestHypothesis implements HypothesisFormat {

    private final Metric metric = Bleu.cased13a();
    private final LineFile references;
    private long lines;

    /** @param references line N belongs to line N of the input */
    public ClosestHypothesis(LineFile references) {
        this.references = references;
    }

    /**
     * One line, empty where the line could not be translated.
     *
     * @throws InputFileException if the references have fewer lines than the input
     */
    @Override
    public String text(Hypotheses hypotheses) {
        int count = references.lines().size();
        if (hypotheses.number() >= count) {
            throw wrongLength("more");
        }
        var reference = references.lines().get((int) hypotheses.number());
        lines = hypotheses.number() + 1;
        return closest(hypotheses.translations(), reference) + "\n";
    }

    /**
     * To be called when the input has ended.
     *
     * @throws InputFileException if the references have more lines than the input had
     */
    public void requireEnd() {
        if (lines < references.lines().size()) {
            throw wrongLength("fewer");
        }
    }

    private String closest(List<Translation> translations, String reference) {
        if (translations.isEmpty()) {
            return "";
        }
        var closest = reference;
        double best = -1;
        for (var translation :
                translations.stream().filter(Translation::complete).toList()) {
            double score = metric.sentenceScore(translation.text(), reference);
            if (score > best) {
                best = score;
                closest = translation.text();
            }
        }
        return closest;
    }

    private InputFileException wrongLength(String than) {
        return new InputFileException(
                references.path(),
                String.format(
                        Locale.ROOT,
                        "has %,d lines, but standard input has %s; line N of one must belong to line N of the other",
                        references.lines().size(),
                        than));
    }
}
