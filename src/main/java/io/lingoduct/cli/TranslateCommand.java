package io.lingoduct.cli;

import io.lingoduct.engine.EngineOptions;
import io.lingoduct.engine.SegmentingTextTranslator;
import io.lingoduct.engine.TranslationEngine;
import io.lingoduct.model.OnnxTranslator;
import io.lingoduct.model.SearchOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
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
        versionProvider = Version.class)
final class TranslateCommand implements Callable<Integer> {

    private final StandardStreams streams;

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "Folder of the model bundle.")
    private Path model;

    @Option(
            names = "--beam",
            paramLabel = "K",
            description = "Hypotheses kept per segment; 1 is greedy. Default: as the bundle says.")
    private Integer beamSize;

    @Option(
            names = "--length-penalty",
            paramLabel = "A",
            description = "Exponent of the length in a hypothesis' score. Default: as the bundle says.")
    private Float lengthPenalty;

    @Option(names = "--threads", paramLabel = "N", description = "Batches run at once. Default: one for each core.")
    private Integer threads;

    @Option(
            names = "--batch-tokens",
            paramLabel = "N",
            description = "Source tokens in a batch, padding included. Default: 2048.")
    private Integer batchTokens;

    @Option(
            names = "--scores",
            description =
                    "Put the score and a tab before each line: the mean over its segments of the length-normalised"
                            + " log-probability; 0 where nothing was translated.")
    private boolean scores;

    TranslateCommand() {
        this(StandardStreams.ofProcess());
    }

    TranslateCommand(StandardStreams streams) {
        this.streams = streams;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        try (var translator = OnnxTranslator.load(model);
                var engine = newEngine(translator)) {
            var texts = new SegmentingTextTranslator(engine);
            try {
                var lines = new LineTranslation(texts::translateScored, streams, scores);
                return report(lines.run());
            } catch (IOException e) {
                engine.close(Duration.ZERO);
                if (isClosedPipe(e)) {
                    return ExitCode.OK;
                }
                throw e;
            }
        }
    }

    private TranslationEngine newEngine(OnnxTranslator translator) {
        try {
            var ofBundle = translator.defaultSearch();
            var options = EngineOptions.defaults()
                    .withSearch(new SearchOptions(
                            beamSize == null ? ofBundle.beamSize() : beamSize,
                            lengthPenalty == null ? ofBundle.lengthPenalty() : lengthPenalty));
            options = threads == null ? options : options.withParallelRuns(threads);
            options = batchTokens == null ? options : options.withBatchTokens(batchTokens);
            return new TranslationEngine(translator, options);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), e.getMessage(), e);
        }
    }

    private int report(LineTranslation.Summary summary) {
        warnIfAny(summary.malformedLines(), "not valid UTF-8; the malformed bytes were read as U+FFFD");
        warnIfAny(summary.cutLines(), "cut at the model's limit of output length");
        warnIfAny(summary.failedLines(), "left empty because the translation failed");
        return summary.failedLines() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
    }

    private void warnIfAny(long lines, String what) {
        if (lines > 0) {
            streams.err().println("warning: lines " + what + ": " + lines);
        }
    }

    /** The reader, {@code head} for one, has seen enough. Only the system's message tells this from a full disk. */
    private static boolean isClosedPipe(IOException failure) {
        return failure.getMessage() != null
                && failure.getMessage().toLowerCase(Locale.ROOT).contains("pipe");
    }
}
