package io.lingoduct.evaluate;

import io.lingoduct.engine.EngineOptions;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.runtime.OnnxTranslator;
import io.lingoduct.observe.StandardStreams;
import io.lingoduct.translate.LineBatches;
import io.lingoduct.translate.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Asks a model for the log-probability of given targets. Each line is one segment, however many sentences it has: a target
 * cannot be cut where its source is. Lines of about the same length share a batch, and batches run on several threads.
 */
final class ForcedScoring {

    private record Pair(int line, EncodedSegment source, String target, int targetTokens) {

        int tokens() {
            return source.length() + targetTokens;
        }
    }

    private record Outcome(Pair pair, float logProbability, TranslationException failure) {}

    private final OnnxTranslator translator;
    private final EngineOptions options;
    private final StandardStreams streams;
    private final Progress progress;

    /** @param options the size of the batches, and how many are run at once */
    ForcedScoring(OnnxTranslator translator, EngineOptions options, StandardStreams streams) {
        this.translator = translator;
        this.options = options;
        this.streams = streams;
        this.progress = new Progress(streams, System::nanoTime);
    }

    /** Scores line by line; says on standard error which lines cannot be scored, and why. */
    ForcedScores run(List<String> sources, List<String> targets) throws InterruptedException {
        var scores = new ForcedScores(sources.size());
        var workers = Executors.newFixedThreadPool(options.parallelRuns());
        try {
            var results = new ArrayList<Future<List<Outcome>>>();
            LineBatches.of(encode(sources, targets), Pair::tokens, options)
                    .forEach(batch -> results.add(workers.submit(() -> score(batch))));
            for (var result : results) {
                result.get().forEach(outcome -> note(outcome, scores));
            }
            progress.finish();
            return scores;
        } catch (ExecutionException e) {
            throw new IllegalStateException("scoring failed: " + e.getCause(), e.getCause());
        } finally {
            workers.shutdownNow();
        }
    }

    private List<Pair> encode(List<String> sources, List<String> targets) {
        var pairs = new ArrayList<Pair>(sources.size());
        for (int line = 0; line < sources.size(); line++) {
            var target = targets.get(line);
            try {
                var source = translator.encode(sources.get(line));
                pairs.add(new Pair(line, source, target, translator.countTokens(target) + 1));
            } catch (TranslationException e) {
                report(line, e);
            }
        }
        return pairs;
    }

    /** The lines of a batch that fails are run once more, each alone: one bad line harms no other. */
    private List<Outcome> score(List<Pair> batch) {
        try {
            var scores = translator.score(
                    batch.stream().map(Pair::source).toList(),
                    batch.stream().map(Pair::target).toList());
            var outcomes = new ArrayList<Outcome>();
            for (int row = 0; row < batch.size(); row++) {
                outcomes.add(new Outcome(batch.get(row), scores.get(row), null));
            }
            return outcomes;
        } catch (TranslationException e) {
            return batch.size() == 1
                    ? List.of(new Outcome(batch.get(0), 0, e))
                    : batch.stream()
                            .flatMap(pair -> score(List.of(pair)).stream())
                            .toList();
        }
    }

    private void note(Outcome outcome, ForcedScores scores) {
        var pair = outcome.pair;
        if (outcome.failure == null) {
            scores.put(pair.line, outcome.logProbability, pair.targetTokens);
        } else {
            report(pair.line, outcome.failure);
        }
        progress.lineDone();
    }

    private void report(int line, TranslationException failure) {
        streams.say("line " + (line + 1) + ": not scored, because " + failure.getMessage());
    }
}
