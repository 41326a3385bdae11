package io.lingoduct.translate;

import io.lingoduct.engine.ScoredText;
import io.lingoduct.model.TranslationException;
import io.lingoduct.observe.StandardStreams;
import io.lingoduct.text.lines.LineReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;

/**
 * Translates lines to lines, one to one and in order. One thread reads and submits; the calling thread writes what is done.
 * In between lies a window of lines under translation, whose size bounds the memory. Output is flushed whenever the next
 * line is not ready yet, so that whoever types sees the answer at once.
 */
public final class LineTranslation {

    private static final int WINDOW = 1_024;

    /** What became of the lines. */
    public record Summary(long failedLines, long cutLines, long malformedLines) {

        /** Says what the reader of the translations should know; nothing if all went well. */
        public void warn(PrintStream err) {
            warnIfAny(malformedLines, "not valid UTF-8; the malformed bytes were read as U+FFFD", err);
            warnIfAny(cutLines, "cut at the model's limit of output length", err);
            warnIfAny(failedLines, "left empty because the translation failed", err);
        }

        private static void warnIfAny(long lines, String what, PrintStream err) {
            if (lines > 0) {
                err.println("warning: lines " + what + ": " + lines);
            }
        }
    }

    private sealed interface Item {}

    private record Line(CompletableFuture<ScoredText> translation) implements Item {}

    private record EndOfInput(long malformedLines) implements Item {}

    private record BrokenInput(Throwable cause) implements Item {}

    private final BlockingQueue<Item> window = new ArrayBlockingQueue<>(WINDOW);
    private final Function<String, CompletableFuture<ScoredText>> translator;
    private final StandardStreams streams;
    private final Progress progress;
    private final boolean withScores;
    private long lineNumber;
    private long failedLines;
    private long cutLines;

    public LineTranslation(
            Function<String, CompletableFuture<ScoredText>> translator, StandardStreams streams, boolean withScores) {
        this.translator = translator;
        this.streams = streams;
        this.progress = new Progress(streams, System::nanoTime);
        this.withScores = withScores;
    }

    /** Runs until the input ends. */
    public Summary run() throws IOException, InterruptedException {
        var reader = new Thread(this::readLines, "lingoduct-stdin");
        reader.setDaemon(true); // it may wait for input that never comes
        reader.start();
        try {
            var out = new BufferedOutputStream(streams.out(), 1 << 16);
            while (true) {
                var item = nextItem(out);
                if (item instanceof Line line) {
                    write(line, out);
                } else if (item instanceof EndOfInput end) {
                    out.flush();
                    progress.finish();
                    return new Summary(failedLines, cutLines, end.malformedLines);
                } else if (item instanceof BrokenInput broken) {
                    throw new IOException("standard input cannot be read: " + broken.cause, broken.cause);
                }
            }
        } finally {
            reader.interrupt();
        }
    }

    private void readLines() {
        try {
            window.put(readToEnd());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the writer has stopped: nobody wants more
        }
    }

    private Item readToEnd() throws InterruptedException {
        var lines = new LineReader(streams.in());
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                window.put(new Line(translator.apply(line)));
            }
            return new EndOfInput(lines.malformedLines());
        } catch (IOException | RuntimeException | Error e) {
            return new BrokenInput(e);
        }
    }

    private Item nextItem(OutputStream out) throws IOException, InterruptedException {
        var ready = window.poll();
        if (ready != null) {
            return ready;
        }
        out.flush();
        return window.take();
    }

    private void write(Line line, OutputStream out) throws IOException, InterruptedException {
        lineNumber++;
        if (!line.translation.isDone()) {
            out.flush();
        }
        out.write(outputLine(line).getBytes(StandardCharsets.UTF_8));
        out.write('\n');
        progress.lineDone();
    }

    /** A line that fails leaves an empty one: whatever else stood there would pass for a translation. */
    private String outputLine(Line line) throws InterruptedException {
        try {
            var scored = line.translation.get();
            if (!scored.translation().complete()) {
                cutLines++;
            }
            var text = scored.translation().text();
            return withScores ? String.format(Locale.ROOT, "%.4f\t%s", scored.score(), text) : text;
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TranslationException failure)) {
                throw new IllegalStateException("a translator may fail with a TranslationException only", e.getCause());
            }
            failedLines++;
            streams.say("line " + lineNumber + ": left empty, because " + failure.getMessage());
            return "";
        }
    }
}
