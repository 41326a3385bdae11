package io.lingoduct.training.cli;

import io.lingoduct.training.bench.MemoryPlan;
import io.lingoduct.training.bench.SpeedPlan;
import io.lingoduct.training.config.RunConfig;
import io.lingoduct.training.config.RunConfigFile;
import io.lingoduct.training.loop.settings.Precision;
import io.lingoduct.training.network.Attention;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.NetworkConfig;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** Options of {@code bench training}. */
final class BenchTrainingOptions {

    private static final int SEED = 1;
    private static final int VOCABULARY = 8_000;
    private static final double LABEL_SMOOTHING = 0.1;
    private static final int[] BATCH_TOKENS = {800, 1500};
    private static final int ROUNDS = 5;
    private static final int STEPS_PER_ROUND = 6;
    private static final int QUICK_ROUNDS = 2;
    private static final int QUICK_STEPS_PER_ROUND = 3;
    private static final int MEMORY_STEPS = 3_000;
    private static final int QUICK_MEMORY_STEPS = 300;
    private static final int MEMORY_BATCH_TOKENS = 400;
    private static final int SAMPLES = 30;

    /** Without input feeding, so that each layer is one call of the library. */
    private static final NetworkConfig UNLESS_CONFIGURED = network(Cell.LSTM, VOCABULARY, 256, false);

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Takes network, label smoothing, precision and batch-tokens from a training configuration.")
    private Path config;

    @Option(
            names = "--cell",
            paramLabel = "CELL",
            description = "rnn, gru or lstm (default: lstm, or what --config says).")
    private Cell cell;

    @Option(names = "--input-feeding", description = "Feeds the decoder what its last step attended to.")
    private boolean inputFeeding;

    @Option(
            names = "--threads",
            split = ",",
            paramLabel = "N",
            description = "Numbers of threads, with commas between them (default: 1,2).")
    private int[] threads = {1, 2};

    @Option(
            names = "--batch-tokens",
            split = ",",
            paramLabel = "N",
            description =
                    "Target tokens per update, padding included, several with commas between them (default: 800,1500).")
    private int[] batchTokens;

    @Option(
            names = "--steps",
            paramLabel = "N",
            description = "Updates while memory is watched; 0 leaves it out (default: 3000, with --quick 300).")
    private Integer steps;

    @Option(names = "--quick", description = "Fewer rounds and steps: a first impression in a minute.")
    private boolean quick;

    SpeedPlan speed() throws IOException {
        requireEach("--threads", threads, 256);
        var file = config == null ? null : RunConfigFile.read(config);
        return new SpeedPlan(
                network(file),
                file == null ? Precision.FLOAT32 : file.training().precision(),
                file == null ? LABEL_SMOOTHING : file.training().labelSmoothing(),
                list(threads),
                list(batchTokens(file)),
                quick ? QUICK_ROUNDS : ROUNDS,
                quick ? QUICK_STEPS_PER_ROUND : STEPS_PER_ROUND,
                SEED);
    }

    private int[] batchTokens(RunConfig file) {
        if (batchTokens != null) {
            requireEach("--batch-tokens", batchTokens, 1_000_000);
            return batchTokens;
        }
        return file == null ? BATCH_TOKENS : new int[] {file.training().batchTokens()};
    }

    private NetworkConfig network(RunConfig file) {
        var base = file == null ? UNLESS_CONFIGURED : file.network();
        if (cell != null) {
            base = base.withCell(cell);
        }
        if (inputFeeding && base.attention() == Attention.NONE) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--input-feeding feeds what was attended to, and " + config + " has no attention");
        }
        return inputFeeding ? base.withInputFeeding() : base;
    }

    /** A small network of the same cell. */
    MemoryPlan memory() {
        int count = steps != null ? steps : quick ? QUICK_MEMORY_STEPS : MEMORY_STEPS;
        if (count < 0) {
            throw new ParameterException(spec.commandLine(), "--steps is " + count + ", and cannot be negative");
        }
        var small = network(cell == null ? Cell.LSTM : cell, VOCABULARY / 8, 32, inputFeeding);
        int mostThreads = Arrays.stream(threads).max().orElseThrow();
        return new MemoryPlan(small, mostThreads, MEMORY_BATCH_TOKENS, count, Math.max(1, count / SAMPLES), SEED);
    }

    private static NetworkConfig network(Cell cell, int vocabulary, int size, boolean inputFeeding) {
        return NetworkConfig.builder()
                .cell(cell)
                .vocabularies(vocabulary, vocabulary)
                .embedding(size)
                .encoder(1, size, true)
                .decoder(1, 2 * size)
                .attention(Attention.GENERAL)
                .inputFeeding(inputFeeding)
                .startState(NetworkConfig.StartState.MEAN)
                .dropouts(NetworkConfig.Dropouts.all(0.2))
                .tiedEmbeddings(NetworkConfig.TiedEmbeddings.ALL)
                .build();
    }

    private void requireEach(String option, int[] values, int most) {
        for (int value : values) {
            if (value < 1 || value > most) {
                throw new ParameterException(
                        spec.commandLine(), "%s: %d is not between 1 and %,d".formatted(option, value, most));
            }
        }
    }

    private static List<Integer> list(int[] values) {
        return IntStream.of(values).distinct().boxed().toList();
    }
}
