package io.lingoduct.cli;

import io.lingoduct.evaluate.Evaluation;
import io.lingoduct.evaluate.EvaluationJson;
import io.lingoduct.evaluate.EvaluationText;
import io.lingoduct.evaluate.ModelRun;
import io.lingoduct.observe.StandardStreams;
import io.lingoduct.text.lines.LineFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingoduct evaluate}: scores translations, those in a file or those that a model makes, against references. */
@Command(
        name = "evaluate",
        customSynopsis = {
            "lingoduct evaluate --hypotheses=FILE --references=FILE [OPTIONS]",
            "       lingoduct evaluate --model=DIR --source=FILE --references=FILE [OPTIONS]"
        },
        description = {
            "Score translations against references: BLEU, BLEU without case, chrF2 and chrF2++, with sacreBLEU's figures"
                    + " and signatures.",
            "Files are UTF-8, plain or .gz, one segment a line; line N of one belongs to line N of the other. An empty"
                    + " hypothesis is legal.",
            ""
        },
        mixinStandardHelpOptions = true,
        modelTransformer = KeyOptions.Adder.class,
        versionProvider = Version.class)
final class EvaluateCommand implements Callable<Integer>, KeyOptions.Owner {

    private final StandardStreams streams;

    @Spec
    private CommandSpec spec;

    @Option(names = "--hypotheses", paramLabel = "FILE", description = "The translations to score.")
    private Path hypotheses;

    @Option(names = "--references", paramLabel = "FILE", description = "What they should be.")
    private Path references;

    @Option(
            names = "--model",
            paramLabel = "DIR",
            description = "In place of --hypotheses: a model bundle that translates --source first.")
    private Path model;

    @Option(names = "--source", paramLabel = "FILE", description = "The texts that --model translates.")
    private Path source;

    @Option(
            names = "--score",
            description =
                    "With --model: print the log-probability that it gives to each reference as the translation of"
                            + " its source, and the perplexity of them all.")
    private boolean score;

    @Option(names = "--sentences", description = "Print the scores of each segment too.")
    private boolean sentences;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Mixin
    private MetricOptions metrics;

    private final EngineSettings settings = new EngineSettings();

    EvaluateCommand() {
        this(StandardStreams.ofProcess());
    }

    EvaluateCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public void addOptions(CommandSpec command) {
        settings.addTo(command);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        checkOptions();
        var input = LineFile.read(model == null ? hypotheses : source);
        var expected = LineFile.read(references);
        input.requireSameLength(expected);
        var run = model == null ? null : run(input.lines(), expected.lines());
        print(Evaluation.of(
                run == null ? input.lines() : run.hypotheses(), expected.lines(), metrics.choice(), sentences, run));
        return run == null || run.complete() ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private ModelRun run(List<String> sources, List<String> expected) throws IOException, InterruptedException {
        try (var translator = settings.load(model)) {
            return ModelRun.of(translator, settings.options(translator), sources, expected, score, streams);
        }
    }

    /** All faults at once. */
    private void checkOptions() {
        var faults = new ArrayList<>(settings.faults());
        if (references == null) {
            faults.add("--references is missing");
        }
        if (hypotheses != null) {
            checkNoModel(faults);
        } else if (model == null && source == null) {
            faults.add("--hypotheses is missing, or --model with --source in its place");
        } else if (model == null) {
            faults.add("--source goes with --model");
        } else if (source == null) {
            faults.add("--model goes with --source");
        }
        if (model == null) {
            modelOptions().forEach(name -> faults.add(name + " goes with --model"));
        }
        if (!faults.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("; ", faults));
        }
    }

    private void checkNoModel(List<String> faults) {
        if (model != null) {
            faults.add("--hypotheses and --model exclude each other");
        }
        if (source != null) {
            faults.add("--hypotheses and --source exclude each other");
        }
    }

    private List<String> modelOptions() {
        var names = new ArrayList<>(settings.given());
        if (score) {
            names.add("--score");
        }
        return names;
    }

    private void print(Evaluation evaluation) throws IOException {
        var text = json ? EvaluationJson.of(evaluation) : EvaluationText.of(evaluation);
        try {
            streams.out().write(text.getBytes(StandardCharsets.UTF_8));
            streams.out().flush();
        } catch (IOException e) {
            if (!StandardStreams.isClosedPipe(e)) {
                throw e;
            }
        }
    }
}
