package io.lingoduct.front;

import io.lingoduct.front.align.WordAlignment;
import io.lingoduct.model.Alignment;
import java.util.Optional;

/**
 * An alignment of what a model has read and written, for texts that have the same words but for some at their edges: masks in the places
 * of placeholders, another case, a final mark less, decoration around.
 *
 * @param input as the model has read it
 * @param output as the model has written it
 * @param attention empty where the model does not show it
 */
record CoreAlignment(String input, String output, Optional<Alignment> attention) {

    /** Of a segment that nothing needs to be aligned for. */
    static final CoreAlignment NONE = new CoreAlignment("", "", Optional.empty());

    /**
     * Fitted to a source and its translation.
     *
     * @param sourceLead how many words of the source stand before the first that the model has read
     * @param targetLead the same of the target
     */
    WordAlignment fitted(String source, int sourceLead, String target, int targetLead) {
        var words = attention.flatMap(weights -> WordAlignment.of(input, output, weights));
        var diagonal = WordAlignment.diagonal(source, target);
        if (words.isEmpty()) {
            return diagonal;
        }
        var known = words.get();
        int sources = diagonal.source().size();
        int targets = diagonal.target().size();
        var weights = new float[targets][sources];
        for (int t = 0; t < targets; t++) {
            int row = t - targetLead;
            for (int s = 0; s < sources; s++) {
                int column = s - sourceLead;
                boolean within = row >= 0
                        && row < known.target().size()
                        && column >= 0
                        && column < known.source().size();
                weights[t][s] = within ? known.weights()[row][column] : 0;
            }
            if (row < 0 && t < sourceLead) {
                weights[t][t] = 1;
            } else if (row >= known.target().size() && sources - (targets - t) >= 0) {
                weights[t][sources - (targets - t)] = 1;
            }
        }
        return new WordAlignment(diagonal.source(), diagonal.target(), weights);
    }
}
