package io.lingoduct.training.cli;

import io.lingoduct.bench.BenchProgress;
import io.lingoduct.bench.BenchmarkStopped;
import io.lingoduct.bench.Watch;
import io.lingoduct.process.StopSignal;
import io.lingoduct.training.bench.MemoryBenchmark;
import io.lingoduct.training.bench.MemoryFigures;
import io.lingoduct.training.bench.MemoryPlan;
import io.lingoduct.training.bench.SpeedBenchmark;
import io.lingoduct.training.bench.SpeedFigures;
import io.lingoduct.training.bench.SpeedPlan;
import io.lingoduct.training.bench.TrainingBenchJson;
import io.lingoduct.training.bench.TrainingBenchReport;
import io.lingoduct.training.files.UnusableFileException;
import io.lingoduct.training.network.Natives;
import io.lingoduct.training.network.NetworkConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lingoduct bench training}. */
@Command(
        name = "training",
        sortOptions = false,
        description = {
            "Measures how fast training is, beside the speed of bare matrix products in the same run, and whether its memory"
                    + " stays flat. Needs no data: it makes its own sentence pairs.",
            "",
            "Times are also given in seconds of processor time: on a machine that does other work too, only they can be compared."
        })
final class BenchTrainingCommand implements Callable<Integer> {

    private static final int INTERRUPTED = 130;

    @Mixin
    private BenchTrainingOptions options;

    @Option(names = "--json", paramLabel = "FILE", description = "Writes the figures to a file, too.")
    private Path json;

    @Mixin
    private HelpOption help;

    @Override
    public Integer call() throws IOException {
        var speedPlan = options.speed();
        var memoryPlan = options.memory();
        requireFolder();
        Natives.require();
        try (var stop = StopSignal.onInterrupt()) {
            return measure(speedPlan, memoryPlan, stop);
        }
    }

    private int measure(SpeedPlan speedPlan, MemoryPlan memoryPlan, BooleanSupplier stop) throws IOException {
        var display = new BenchProgress(System.err, Terminal.isWatched(), System::nanoTime);
        var watch = new Watch(display::say, stop);
        try {
            // First, while the process holds no memory that others have left and a leak could fill unseen.
            var memory = memoryPlan.steps() == 0 ? null : new MemoryBenchmark(memoryPlan, watch).run();
            var speed = new SpeedBenchmark(speedPlan, watch).run();
            display.finish();
            report(speedPlan.network(), speed, memory);
            return 0;
        } catch (BenchmarkStopped e) {
            display.finish();
            System.err.println("Stopped; no figures were written.");
            return INTERRUPTED;
        }
    }

    private void report(NetworkConfig network, SpeedFigures speed, MemoryFigures memory) throws IOException {
        System.out.print(TrainingBenchReport.speed(network, speed));
        if (memory != null) {
            System.out.print(TrainingBenchReport.memory(memory));
        }
        if (json != null) {
            Files.writeString(json, TrainingBenchJson.of(network, speed, memory));
        }
    }

    private void requireFolder() {
        var folder = json == null ? null : json.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new UnusableFileException(json, "there is no folder " + folder);
        }
    }
}
