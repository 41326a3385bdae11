package io.lingoduct.evaluate;

import io.lingoduct.engine.TranslationEngine;
import io.lingoduct.engine.TranslationEngine.TargetScore;
import io.lingoduct.model.TranslationException;
import io.lingoduct.observe.StandardStreams;
import io.lingoduct.translate.Progress;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** The log-probabilities of given targets, line by line; a line that could not be scored has none. */
final class ForcedScores {

    private final List<Optional<TargetScore>> scores = new ArrayList<>();

    private ForcedScores() {}

    /**
     * Asks the model for each line. A line is one segment, however many sentences it has: a target cannot be cut where its source
     * is.
     *
     * @param streams where it is said which lines cannot be scored, and why
     */
    static ForcedScores of(
            TranslationEngine engine, List<String> sources, List<String> targets, StandardStreams streams)
            throws InterruptedException {
        var progress = new Progress(streams, System::nanoTime);
        var forced = new ForcedScores();
        var asked = new ArrayDeque<CompletableFuture<TargetScore>>();
        for (int line = 0; line < sources.size(); line++) {
            asked.add(engine.score(sources.get(line), targets.get(line))); // waits where the engine's queue is full
            while (!asked.isEmpty() && asked.peek().isDone()) {
                forced.add(asked.remove(), streams);
                progress.lineDone();
            }
        }
        for (var answer : asked) {
            forced.add(answer, streams);
            progress.lineDone();
        }
        progress.finish();
        return forced;
    }

    private void add(CompletableFuture<TargetScore> answer, StandardStreams streams) throws InterruptedException {
        try {
            scores.add(Optional.of(answer.get()));
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TranslationException failure)) {
                throw new IllegalStateException("scoring failed: " + e.getCause(), e.getCause());
            }
            scores.add(Optional.empty());
            streams.say("line " + scores.size() + ": not scored, because " + failure.getMessage());
        }
    }

    /** @param line counted from 0 */
    OptionalDouble logProbability(int line) {
        return scores.get(line).stream()
                .mapToDouble(TargetScore::logProbability)
                .findFirst();
    }

    /** Lines that have no score. */
    long missing() {
        return scores.stream().filter(Optional::isEmpty).count();
    }

    /** Sum over the lines that have a score. */
    double logProbability() {
        return scores.stream()
                .flatMap(Optional::stream)
                .mapToDouble(TargetScore::logProbability)
                .sum();
    }

    /** Target tokens of the lines that have a score. */
    long tokens() {
        return scores.stream()
                .flatMap(Optional::stream)
                .mapToLong(TargetScore::tokens)
                .sum();
    }

    /** Per token; empty where no line has a score. */
    OptionalDouble perplexity() {
        long tokens = tokens();
        return tokens == 0 ? OptionalDouble.empty() : OptionalDouble.of(Math.exp(-logProbability() / tokens));
    }
}
