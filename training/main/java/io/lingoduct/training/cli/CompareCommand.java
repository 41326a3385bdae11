package io.lingoduct.training.cli;

import io.lingoduct.training.compare.CellComparison;
import io.lingoduct.training.compare.CellComparison.CopySettings;
import io.lingoduct.training.config.RunConfigFile;
import io.lingoduct.training.network.Cell;
import io.lingoduct.training.network.Natives;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingoduct compare}. */
@Command(
        name = "compare",
        sortOptions = false,
        description = {
            "Trains the same model with several recurrent cells and reports what each is good for.",
            "",
            "A comparison can be stopped at any time (Ctrl-C); the same command goes on with what is not there yet."
        })
final class CompareCommand implements Callable<Integer> {

    private static final int MAX_GAP = 1000;

    @Option(
            names = "--config",
            required = true,
            paramLabel = "FILE",
            description = "What to train on and how, as for train; its cell is replaced by each of --cells.")
    private Path config;

    @Option(
            names = "--cells",
            required = true,
            paramLabel = "CELLS",
            description = "The cells to compare, such as rnn,gru,lstm.")
    private String cells;

    @Option(
            names = "--output",
            paramLabel = "DIR",
            description = "Place of compare.html, compare.json and the charts (default: the run directory's report).")
    private Path output;

    @Option(
            names = "--run-dir",
            paramLabel = "DIR",
            description = "Runs, bundles and finished figures (default: runs/NAME-compare).")
    private Path runDir;

    @Option(names = "--no-copy-task", description = "Leaves the copy task out.")
    private boolean noCopyTask;

    @Option(
            names = "--copy-gaps",
            paramLabel = "GAPS",
            defaultValue = "5,10,20,40,80",
            description = "Gaps of the copy task, in tokens (default: ${DEFAULT-VALUE}).")
    private String copyGaps;

    @Option(
            names = "--copy-updates",
            paramLabel = "N",
            defaultValue = "2000",
            description = "Updates for each cell and gap of the copy task (default: ${DEFAULT-VALUE}).")
    private int copyUpdates;

    @Option(names = "--restart", description = "Throws away what is in the run directory and starts over.")
    private boolean restart;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        var compared = cells();
        var copies = noCopyTask ? null : new CopySettings(gaps(), updates());
        var run = RunConfigFile.read(config);
        if (run.startFrom().isPresent()) {
            throw fault("--config = %s: a comparison trains every cell from the beginning; take start-from out"
                    .formatted(config));
        }
        Natives.require();
        var folder = runDir == null ? Path.of("runs", run.model().name() + "-compare") : runDir;
        var report = output == null ? folder.resolve("report") : output;
        new CellComparison(run, compared, copies, folder, Terminal.display()).execute(report, restart);
        return 0;
    }

    private List<Cell> cells() {
        var found = new ArrayList<Cell>();
        for (var name : cells.split(",", -1)) {
            var cell = Arrays.stream(Cell.values())
                    .filter(known -> known.name().equalsIgnoreCase(name.strip()))
                    .findFirst()
                    .orElseThrow(() -> fault("--cells = %s: \"%s\" is not a cell; there are %s"
                            .formatted(cells, name.strip(), known())));
            if (found.contains(cell)) {
                throw fault("--cells = %s: names %s twice".formatted(cells, name.strip()));
            }
            found.add(cell);
        }
        return found;
    }

    private static String known() {
        return Arrays.stream(Cell.values())
                .map(cell -> cell.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
    }

    private List<Integer> gaps() {
        var gaps = new ArrayList<Integer>();
        for (var text : copyGaps.split(",", -1)) {
            if (!text.strip().matches("[1-9]\\d{0,3}") || Integer.parseInt(text.strip()) > MAX_GAP) {
                throw fault("--copy-gaps = %s: \"%s\" is not a whole number from 1 to %,d"
                        .formatted(copyGaps, text.strip(), MAX_GAP));
            }
            gaps.add(Integer.parseInt(text.strip()));
        }
        return gaps.stream().sorted().distinct().toList();
    }

    private int updates() {
        if (copyUpdates < 1) {
            throw fault("--copy-updates = %d: must be at least 1".formatted(copyUpdates));
        }
        return copyUpdates;
    }

    private ParameterException fault(String message) {
        return new ParameterException(spec.commandLine(), message);
    }
}
