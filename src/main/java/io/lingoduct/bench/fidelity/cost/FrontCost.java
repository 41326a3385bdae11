package io.lingoduct.bench.fidelity.cost;

import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Medians;
import io.lingoduct.bench.Watch;
import io.lingoduct.bench.fidelity.cost.CostFigures.Side;
import io.lingoduct.engine.TextTranslator;
import io.lingoduct.engine.TranslatedText;
import io.lingoduct.process.Stopwatch;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Times plain sentences with and without a front, in turns that begin with one and the other alternately. */
public final class FrontCost {

    private final List<String> sentences;
    private final int rounds;
    private final Watch watch;

    /**
     * @param sentences of a round
     * @param rounds of each side; one more warms up
     */
    public FrontCost(List<String> sentences, int rounds, Watch watch) {
        this.sentences = sentences;
        this.rounds = rounds;
        this.watch = watch;
    }

    /**
     * @param front the model with its front
     * @param bare the same model without it
     * @throws BenchmarkStopped if the user wants the benchmark to end
     */
    public CostFigures measure(TextTranslator front, TextTranslator bare) {
        var fronts = new ArrayList<Stopwatch.Reading>();
        var bares = new ArrayList<Stopwatch.Reading>();
        time(front);
        time(bare);
        for (int round = 0; round < rounds; round++) {
            watch.say("cost: round %d of %d", round + 1, rounds);
            if (round % 2 == 0) {
                fronts.add(time(front));
                bares.add(time(bare));
            } else {
                bares.add(time(bare));
                fronts.add(time(front));
            }
        }
        var speeds = new ArrayList<Double>();
        var works = new ArrayList<Double>();
        for (int round = 0; round < rounds; round++) {
            speeds.add(bares.get(round).wall() / fronts.get(round).wall());
            works.add(bares.get(round).cpu() / fronts.get(round).cpu());
        }
        return new CostFigures(
                sentences.size(),
                rounds,
                side(fronts),
                side(bares),
                Medians.of(speeds),
                speeds.stream().mapToDouble(Double::doubleValue).min().orElseThrow(),
                speeds.stream().mapToDouble(Double::doubleValue).max().orElseThrow(),
                Medians.of(works));
    }

    private Side side(List<Stopwatch.Reading> readings) {
        double wall = Medians.of(readings.stream().map(Stopwatch.Reading::wall).toList());
        double cpu = Medians.of(readings.stream().map(Stopwatch.Reading::cpu).toList());
        return new Side(sentences.size() / wall, 1e3 * cpu / sentences.size());
    }

    private Stopwatch.Reading time(TextTranslator translator) {
        var futures = new ArrayList<CompletableFuture<TranslatedText>>(sentences.size());
        var stopwatch = new Stopwatch();
        try {
            for (var sentence : sentences) {
                watch.check();
                futures.add(translator.translate(sentence));
            }
            for (var future : futures) {
                watch.check();
                future.join();
            }
        } catch (BenchmarkStopped e) {
            futures.forEach(future -> future.cancel(false));
            throw e;
        }
        return stopwatch.read();
    }
}
