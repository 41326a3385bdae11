package io.lingoduct.translate;

import io.lingoduct.engine.EngineOptions;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.runtime.OnnxTranslator;
import io.lingoduct.observe.StandardStreams;
import io.lingoduct.text.lines.LineReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Lines to all hypotheses of the beam for each. A line is one segment, however many sentences it has: hypotheses of several
 * segments have no order among them. Lines come in windows, whose lines share batches by length; output keeps the order.
 */
public final class HypothesisLines {

    private static final int WINDOW = 1_024;

    /**
     * What the model made of one line.
     *
     * @param number of the line, from 0
     * @param translations the best first; none for an empty line and for one that failed
     * @param failure null if all went well
     */
    public record Hypotheses(
            long number, String source, List<Translation> translations, TranslationException failure) {}

    private record Line(long number, String text, EncodedSegment segment) {}

    private final OnnxTranslator translator;
    private final EngineOptions options;
    private final HypothesisFormat format;
    private final StandardStreams streams;
    private final Progress progress;
    private long lines;
    private long failedLines;

    /** @param options how the search goes, the size of the batches, and how many are run at once */
    public HypothesisLines(
            OnnxTranslator translator, EngineOptions options, HypothesisFormat format, StandardStreams streams) {
        this.translator = translator;
        this.options = options;
        this.format = format;
        this.streams = streams;
        this.progress = new Progress(streams, System::nanoTime);
    }

    /** Runs until the input ends. */
    public LineTranslation.Summary run() throws IOException, InterruptedException {
        var reader = new LineReader(streams.in());
        var workers = Executors.newFixedThreadPool(options.parallelRuns());
        try {
            var out = new BufferedOutputStream(streams.out(), 1 << 16);
            for (var window = read(reader); !window.isEmpty(); window = read(reader)) {
                for (var hypotheses : translate(window, workers)) {
                    report(hypotheses);
                    out.write(format.text(hypotheses).getBytes(StandardCharsets.UTF_8));
                    progress.lineDone();
                }
                out.flush();
            }
            progress.finish();
            return new LineTranslation.Summary(failedLines, 0, reader.malformedLines());
        } finally {
            workers.shutdownNow();
        }
    }

    /** What has come already, and at least a line: whoever waits for the answer to one writes no more until it is there. */
    private static List<String> read(LineReader reader) throws IOException {
        var window = new ArrayList<String>();
        while (window.size() < WINDOW && (window.isEmpty() || reader.isReady())) {
            var line = reader.readLine();
            if (line == null) {
                break;
            }
            window.add(line);
        }
        return window;
    }

    private List<Hypotheses> translate(List<String> window, ExecutorService workers) throws InterruptedException {
        var results = new ArrayList<Hypotheses>();
        var pending = new ArrayList<Line>();
        for (var text : window) {
            long number = lines++;
            try {
                if (text.isBlank()) {
                    results.add(new Hypotheses(number, text, List.of(), null));
                } else {
                    pending.add(new Line(number, text, translator.encode(text)));
                }
            } catch (TranslationException e) {
                results.add(new Hypotheses(number, text, List.of(), e));
            }
        }
        var running = new ArrayList<Future<List<Hypotheses>>>();
        LineBatches.of(pending, line -> line.segment.length(), options)
                .forEach(batch -> running.add(workers.submit(() -> translate(batch))));
        for (var batch : running) {
            results.addAll(result(batch));
        }
        results.sort(Comparator.comparingLong(Hypotheses::number));
        return results;
    }

    private static List<Hypotheses> result(Future<List<Hypotheses>> batch) throws InterruptedException {
        try {
            return batch.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("translating failed: " + e.getCause(), e.getCause());
        }
    }

    /** The lines of a batch that fails are run once more, each alone: one bad line harms no other. */
    private List<Hypotheses> translate(List<Line> batch) {
        try {
            var segments = batch.stream().map(Line::segment).toList();
            var translations = translator.translateAll(segments, options.search());
            var results = new ArrayList<Hypotheses>();
            for (int i = 0; i < batch.size(); i++) {
                var line = batch.get(i);
                results.add(new Hypotheses(line.number, line.text, translations.get(i), null));
            }
            return results;
        } catch (TranslationException e) {
            return batch.size() == 1
                    ? List.of(new Hypotheses(batch.get(0).number, batch.get(0).text, List.of(), e))
                    : batch.stream()
                            .flatMap(line -> translate(List.of(line)).stream())
                            .toList();
        }
    }

    private void report(Hypotheses hypotheses) {
        if (hypotheses.failure != null) {
            failedLines++;
            streams.say("line " + (hypotheses.number + 1) + ": left empty, because " + hypotheses.failure.getMessage());
        }
    }
}
