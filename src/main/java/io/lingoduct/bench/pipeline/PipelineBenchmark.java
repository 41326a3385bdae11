package io.lingoduct.bench.pipeline;

import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Medians;
import io.lingoduct.bench.Watch;
import io.lingoduct.bench.pipeline.PipelineFigures.Bare;
import io.lingoduct.bench.pipeline.PipelineFigures.Latency;
import io.lingoduct.bench.pipeline.PipelineFigures.Throughput;
import io.lingoduct.bench.service.WorkFolder;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;

/**
 * Benchmark of the cost of Kafka around the engine: messages a second through a broker beside those of the bare engine on
 * the same texts, in turns; the latency of a service that is not, and one that is, near its limit; and how the throughput
 * grows with partitions, stream threads and instances. Broker and instances are processes of their own, and share the
 * machine.
 */
public final class PipelineBenchmark {

    private static final Duration WARM_UP = Duration.ofMillis(1_500);
    private static final List<Double> LOADS = List.of(0.2, 0.8);
    private static final int LEAST_MESSAGES = 100;
    private static final int MOST_MESSAGES = 200_000;
    /** Share of a measurement's messages that go through an instance before it is measured. */
    private static final double WARM_UP_SHARE = 0.5;

    private final PipelinePlan plan;
    private final Watch watch;

    public PipelineBenchmark(PipelinePlan plan, Watch watch) {
        this.plan = plan;
        this.watch = watch;
    }

    /**
     * Measures all, or until the user ends it; then the figures are those of what was finished.
     *
     * @throws BenchmarkStopped if the user ends it before there is any figure
     * @throws io.lingoduct.model.bundle.BundleException if the bundle is refused
     * @throws IllegalStateException if a process fails or messages do not come out
     */
    public PipelineFigures run() throws IOException {
        watch.say("Loading %s", plan.model());
        try (var engine = new BareEngine(plan.model());
                var work = new WorkFolder("lingoduct-bench");
                var broker = Broker.start(work, watch)) {
            return new Run(engine, work, broker).figures();
        }
    }

    /** One benchmark with its processes. */
    private final class Run {

        private final BareEngine engine;
        private final WorkFolder work;
        private final Broker broker;
        private final IntFunction<String> texts = BareEngine.inTurn(plan.texts());
        private final List<Double> bare = new ArrayList<>();
        private final Map<Setup, List<Double>> throughputs = new LinkedHashMap<>();
        private final List<Latency> latencies = new ArrayList<>();
        private int messages;
        private double singleMillis;
        private int rounds;
        private int pipelines;

        Run(BareEngine engine, WorkFolder work, Broker broker) {
            this.engine = engine;
            this.work = work;
            this.broker = broker;
        }

        PipelineFigures figures() throws IOException {
            boolean stopped = false;
            try {
                measure();
            } catch (BenchmarkStopped e) {
                if (throughputs.isEmpty()) {
                    throw e;
                }
                stopped = true;
            }
            double bareMessagesPerSecond = Medians.of(bare);
            var run = new PipelineFigures.Run(
                    engine.model(),
                    Runtime.getRuntime().availableProcessors(),
                    messages,
                    plan.texts().stream().mapToInt(String::length).average().orElseThrow(),
                    rounds,
                    stopped);
            return new PipelineFigures(
                    run,
                    new Bare(bareMessagesPerSecond, singleMillis),
                    throughputs.entrySet().stream()
                            .map(entry ->
                                    Throughput.of(entry.getKey(), Medians.of(entry.getValue()), bareMessagesPerSecond))
                            .toList(),
                    List.copyOf(latencies));
        }

        private void measure() throws IOException {
            watch.say("Warming up the bare engine");
            double estimate = engine.warmUp(texts, WARM_UP, watch);
            messages = plan.messages() != null ? plan.messages() : messagesFor(estimate);
            singleMillis = engine.singleMillis(texts, watch);
            for (int round = 1; round <= plan.rounds(); round++) {
                watch.say("Round %d of %d: bare engine", round, plan.rounds());
                bare.add(engine.messagesPerSecond(texts, messages, watch));
                for (var guarantee : List.of(Setup.EXACTLY_ONCE, Setup.AT_LEAST_ONCE)) {
                    measure(Setup.plain(guarantee, plan.partitions()), round == plan.rounds());
                }
                rounds = round;
            }
            for (var setup : plan.scaling()) {
                measure(setup, false);
            }
            watch.say("Bare engine again");
            bare.add(engine.messagesPerSecond(texts, messages, watch));
        }

        private void measure(Setup setup, boolean withLatency) throws IOException {
            pipelines++;
            try (var pipeline = new Pipeline("bench-" + pipelines, setup, plan, broker, work, watch)) {
                pipeline.messagesPerSecond((int) Math.ceil(WARM_UP_SHARE * messages));
                double perSecond = pipeline.messagesPerSecond(messages);
                throughputs.computeIfAbsent(setup, key -> new ArrayList<>()).add(perSecond);
                if (withLatency) {
                    for (double load : LOADS) {
                        latencies.add(pipeline.latency(load, LoadSchedule.share(load, perSecond, plan.atLeast())));
                    }
                }
            }
        }

        private int messagesFor(double perSecond) {
            double wanted = perSecond * plan.atLeast().toNanos() / 1e9;
            return (int) Math.max(LEAST_MESSAGES, Math.min(MOST_MESSAGES, wanted));
        }
    }
}
