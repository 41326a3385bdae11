package io.lingoduct.evaluate;

import io.lingoduct.engine.EngineOptions;
import io.lingoduct.engine.SegmentingTextTranslator;
import io.lingoduct.engine.TranslationEngine;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.runtime.OnnxTranslator;
import io.lingoduct.observe.StandardStreams;
import io.lingoduct.text.lines.LineReader;
import io.lingoduct.translate.LineTranslation;
import io.lingoduct.translate.PlainLines;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The translations that a model makes of the lines of a file.
 *
 * @param hypotheses one for each source line, just as {@code translate} writes them
 * @param forced the log-probabilities of the references; null unless asked for
 * @param complete false if a line could not be translated or scored
 */
public record ModelRun(
        ModelInfo model, SearchOptions search, List<String> hypotheses, ForcedScores forced, boolean complete) {

    /**
     * Translates the sources and, where asked to, scores the references.
     *
     * @param streams where faults of single lines and the progress go
     */
    public static ModelRun of(
            OnnxTranslator translator,
            EngineOptions options,
            List<String> sources,
            List<String> references,
            boolean scored,
            StandardStreams streams)
            throws IOException, InterruptedException {
        if (scored) {
            translator.requireForcedTargets();
        }
        try (var engine = new TranslationEngine(translator, options)) {
            var output = new ByteArrayOutputStream();
            var summary = translate(engine, sources, output, streams);
            summary.warn(streams.err());
            var forced = scored ? ForcedScores.of(engine, sources, references, streams) : null;
            return new ModelRun(
                    translator.model(),
                    options.search(),
                    lines(output.toByteArray()),
                    forced,
                    summary.failedLines() == 0 && (forced == null || forced.missing() == 0));
        }
    }

    private static LineTranslation.Summary translate(
            TranslationEngine engine, List<String> sources, ByteArrayOutputStream output, StandardStreams streams)
            throws IOException, InterruptedException {
        var text = String.join("\n", sources) + "\n";
        var input = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
        var pipes = new StandardStreams(input, output, streams.err(), streams.progress());
        return new LineTranslation<>(new PlainLines(new SegmentingTextTranslator(engine), false), pipes).run();
    }

    private static List<String> lines(byte[] text) throws IOException {
        var reader = new LineReader(new ByteArrayInputStream(text));
        var lines = new ArrayList<String>();
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            lines.add(line);
        }
        return lines;
    }
}
