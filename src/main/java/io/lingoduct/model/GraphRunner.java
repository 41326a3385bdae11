package io.lingoduct.model;

import ai.onnxruntime.OrtException;
import io.lingoduct.text.TextNormalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Runs encoded batches through a bundle's graph and checks what comes back. The batches must not be empty.
 *
 * @param tokenizer of the target language
 */
record GraphRunner(BundleManifest manifest, Tokenizer tokenizer, OnnxGraph graph) {

    List<Translation> translate(List<EncodedSegment> batch, SearchOptions search) {
        try {
            var output = graph.run(
                    rows(batch),
                    manifest.vocabulary().padId(),
                    manifest.limits().maxTargetTokens(),
                    search);
            var translations = new ArrayList<Translation>(batch.size());
            for (int row = 0; row < batch.size(); row++) {
                int start = row * output.width();
                var ids = Arrays.copyOfRange(output.targetIds(), start, start + output.width());
                translations.add(toTranslation(ids, output.scores()[row]));
            }
            return translations;
        } catch (OrtException e) {
            throw failure(batch.size(), e);
        }
    }

    /** The log-probability of each row's target, whose ids end with the end of the sentence. */
    List<Float> score(List<EncodedSegment> batch, List<long[]> targets) {
        int longest = targets.stream().mapToInt(ids -> ids.length).max().orElseThrow();
        int maxLength = Math.max(longest, manifest.limits().maxTargetTokens());
        try {
            var output =
                    graph.runForced(rows(batch), targets, manifest.vocabulary().padId(), maxLength);
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

    private Translation toTranslation(long[] ids, float score) {
        var vocabulary = manifest.vocabulary();
        int end = 0;
        while (end < ids.length && ids[end] != vocabulary.eosId()) {
            if (ids[end] < 0 || ids[end] >= vocabulary.targetSize()) {
                throw new TranslationException("the graph answered with token id " + ids[end] + "; the vocabulary has "
                        + vocabulary.targetSize() + " tokens");
            }
            end++;
        }
        // Byte tokens can spell a line break; a segment stays on one line.
        var text = TextNormalizer.normalize(tokenizer.decode(Arrays.copyOf(ids, end)));
        return new Translation(text, score, end < ids.length);
    }

    /** The score of other tokens than the given ones would go unnoticed. */
    private static void requireTaken(long[] target, OnnxGraph.Output output, int row) {
        int start = row * output.width();
        boolean taken = target.length <= output.width()
                && Arrays.equals(target, 0, target.length, output.targetIds(), start, start + target.length);
        if (!taken) {
            throw new TranslationException("the graph did not keep to the target that " + GraphContract.FORCED_IDS
                    + " gave it for row " + row + " of the batch");
        }
    }

    private static List<long[]> rows(List<EncodedSegment> batch) {
        return batch.stream().map(EncodedSegment::ids).toList();
    }

    private static TranslationException failure(int batchSize, OrtException cause) {
        return new TranslationException(
                "ONNX Runtime failed on a batch of " + batchSize + ": " + cause.getMessage(), cause);
    }
}
