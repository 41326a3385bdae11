package io.lingoduct.cli;

import io.lingoduct.engine.SegmentingTextTranslator;
import io.lingoduct.model.OnnxTranslator;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "Folder of the model bundle.")
    private Path model;

    @Mixin
    private EngineSettings settings;

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
                var engine = settings.newEngine(translator)) {
            var texts = new SegmentingTextTranslator(engine);
            try {
                var lines = new LineTranslation(texts::translateScored, streams, scores);
                var summary = lines.run();
                summary.warn(streams.err());
                return summary.failedLines() == 0 ? ExitCode.OK : ExitCode.SOFTWARE;
            } catch (IOException e) {
                engine.close(Duration.ZERO);
                if (StandardStreams.isClosedPipe(e)) {
                    return ExitCode.OK;
                }
                throw e;
            }
        }
    }
}
