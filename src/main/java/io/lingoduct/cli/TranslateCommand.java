package io.lingoduct.cli;

import io.lingoduct.engine.SegmentingTextTranslator;
import io.lingoduct.engine.TranslationEngine;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.runtime.OnnxTranslator;
import io.lingoduct.observe.StandardStreams;
import io.lingoduct.text.lines.LineFile;
import io.lingoduct.translate.ClosestHypothesis;
import io.lingoduct.translate.HypothesisFormat;
import io.lingoduct.translate.HypothesisLines;
import io.lingoduct.translate.LineTask;
import io.lingoduct.translate.LineTranslation;
import io.lingoduct.translate.PlainLines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingoduct translate}: a filter from lines on standard input to lines on standard output. */
@Command(
        name = "translate",
        description = {
            "Translate lines of UTF-8 text from standard input to standard output.",
            "Each input line gives exactly one output line, in order; a line that cannot be translated gives an empty one."
        },
        mixinStandardHelpOptions = true,
        modelTransformer = KeyOptions.Adder.class,
        versionProvider = Version.class)
final class TranslateCommand implements Callable<Integer>, KeyOptions.Owner {

    private final StandardStreams streams;

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "Folder of the model bundle.")
    private Path model;

    private final EngineSettings settings = new EngineSettings();

    @Option(
            names = "--scores",
            description =
                    "Put the score and a tab before each line: the mean over its segments of the length-normalised"
                            + " log-probability; 0 where nothing was translated.")
    private boolean scores;

    @Option(
            names = "--n-best",
            paramLabel = "N",
            description = {
                "Write the best N hypotheses of each line as NUMBER ||| TEXT ||| SCORE, lines counted from 0.",
                "A line is one segment here and must fit the model; a wider beam is taken where N needs it."
            })
    private Integer nBest;

    @Option(
            names = "--closest-to",
            paramLabel = "FILE",
            description = {
                "Of the beam's hypotheses of each line, write the one nearest to the same line of FILE (plain or .gz), by"
                        + " BLEU: what a smaller model learns well from. Where all were cut at the limit of output length, the line"
                        + " of FILE.",
                "A line is one segment here too."
            })
    private Path references;

    @Option(
            names = "--json",
            description =
                    "Write a JSON object for each line: its number and its hypotheses, one unless --n-best says more.")
    private boolean json;

    @Option(
            names = "--attention",
            description = "With --json: add where the model looks in the source for each token of the best hypothesis.")
    private boolean attention;

    TranslateCommand() {
        this(StandardStreams.ofProcess());
    }

    TranslateCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public void addOptions(CommandSpec command) {
        settings.addTo(command);
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        requireSense();
        if (scores || listsHypotheses()) {
            settings.wantScores();
        }
        try (var translator = settings.load(model)) {
            var summary = listsHypotheses() ? hypotheses(translator) : lines(translator);
            summary.warn(streams.err());
            return summary.failedLines() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
        } catch (IOException e) {
            if (StandardStreams.isClosedPipe(e)) {
                return ExitCode.OK;
            }
            throw e;
        }
    }

    /** All faults at once. */
    private void requireSense() {
        var faults = new ArrayList<>(settings.faults());
        if (nBest != null && nBest < 1) {
            faults.add("--n-best must be at least 1, not " + nBest);
        }
        if (attention && !json) {
            faults.add("--attention needs --json");
        }
        if (references != null && (nBest != null || json || scores)) {
            faults.add("--closest-to writes plain lines: --n-best, --json and --scores do not go with it");
        } else if (scores && (nBest != null || json)) {
            faults.add("--scores goes with neither --n-best nor --json: the scores are in the lists");
        }
        if (!faults.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("; ", faults));
        }
    }

    private boolean listsHypotheses() {
        return nBest != null || json || references != null;
    }

    private LineTranslation.Summary lines(OnnxTranslator translator) throws IOException, InterruptedException {
        try (var engine = settings.newEngine(translator)) {
            return run(new PlainLines(new SegmentingTextTranslator(engine), scores), engine);
        }
    }

    private LineTranslation.Summary hypotheses(OnnxTranslator translator) throws IOException, InterruptedException {
        if (references != null) {
            return closest(translator);
        }
        int wanted = nBest == null ? 1 : nBest;
        return hypotheses(translator, wanted, json ? HypothesisFormat.json(wanted) : HypothesisFormat.ofMoses(wanted));
    }

    /** All hypotheses of the beam are compared. */
    private LineTranslation.Summary closest(OnnxTranslator translator) throws IOException, InterruptedException {
        var format = new ClosestHypothesis(LineFile.read(references));
        var summary = hypotheses(translator, 1, format);
        format.requireEnd();
        return summary;
    }

    private LineTranslation.Summary hypotheses(OnnxTranslator translator, int wanted, HypothesisFormat format)
            throws IOException, InterruptedException {
        var options = settings.options(translator);
        var search =
                options.search().withBeamSize(Math.max(wanted, options.search().beamSize()));
        requireAbilities(translator, search);
        try (var engine = new TranslationEngine(translator, options.withSearch(search))) {
            return run(
                    attention
                            ? new HypothesisLines(engine, format, translator::align)
                            : new HypothesisLines(engine, format),
                    engine);
        }
    }

    private LineTranslation.Summary run(LineTask<?> task, TranslationEngine engine)
            throws IOException, InterruptedException {
        try {
            return new LineTranslation<>(task, streams).run();
        } catch (IOException | RuntimeException e) {
            engine.close(Duration.ZERO); // nobody reads what is still to come
            throw e;
        }
    }

    private void requireAbilities(OnnxTranslator translator, SearchOptions search) {
        try {
            translator.requireSearch(search);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
        translator.requireAllHypotheses();
        if (attention) {
            translator.requireAttention();
        }
    }
}
