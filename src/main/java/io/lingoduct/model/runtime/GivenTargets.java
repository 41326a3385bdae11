package io.lingoduct.model.runtime;

import io.lingoduct.model.Alignment;
import io.lingoduct.model.Cancellation;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.tokenizer.SegmentCoder;
import java.util.ArrayList;
import java.util.List;

/** What a model thinks of targets that it is given, whatever it would have written itself. */
record GivenTargets(GraphRunner runner, SegmentCoder coder) {

    /**
     * Sums of the natural logarithms of the tokens' probabilities, end-of-sentence included.
     *
     * @throws io.lingoduct.model.bundle.BundleException if the graph cannot be given a target
     * @throws IllegalArgumentException if there are not as many targets as sources
     */
    List<Float> score(List<EncodedSegment> sources, List<String> targets, Cancellation cancellation) {
        runner.requireForcedTargets();
        requireSameSize(sources, targets, "scored");
        sources.forEach(coder::requireIdsOfVocabulary);
        return sources.isEmpty() ? List.of() : runner.score(sources, ids(targets), cancellation);
    }

    /**
     * Attention to each source while its target is written.
     *
     * @throws io.lingoduct.model.bundle.BundleException if the graph does not show its attention
     * @throws io.lingoduct.model.SegmentTooLongException if a source is longer than the model accepts
     * @throws IllegalArgumentException if there are not as many targets as sources
     */
    List<Alignment> align(List<String> sources, List<String> targets) {
        runner.requireAttention();
        requireSameSize(sources, targets, "aligned");
        if (sources.isEmpty()) {
            return List.of();
        }
        var weights = runner.attention(sources.stream().map(coder::source).toList(), ids(targets));
        var alignments = new ArrayList<Alignment>(sources.size());
        for (int i = 0; i < sources.size(); i++) {
            alignments.add(new Alignment(
                    coder.sourceTokens(sources.get(i)), coder.targetTokens(targets.get(i)), weights.get(i)));
        }
        return List.copyOf(alignments);
    }

    private List<long[]> ids(List<String> targets) {
        return targets.stream().map(coder::target).toList();
    }

    private static void requireSameSize(List<?> sources, List<String> targets, String what) {
        if (sources.size() != targets.size()) {
            throw new IllegalArgumentException(
                    sources.size() + " sources cannot be " + what + " with " + targets.size() + " targets");
        }
    }
}
