package io.lingoduct.translate;

import io.lingoduct.model.TranslationException;
import io.lingoduct.observe.StandardStreams;
import io.lingoduct.text.lines.LineReader;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/**
 * Translates lines from standard input to standard output, in order. One thread reads and submits; the calling thread writes
 * what is done. In between lies a window of lines under translation, whose size bounds the memory. Output is flushed whenever
 * the next line is not ready yet, so that whoever types sees the answer at once.
 *
 * @param <A> the model's answer to a line
 */
public final class LineTranslation<A> {

    private static final int WINDOW = 1_024;

    /** The numbers of lines that did not go through unharmed. */
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

    private sealed interface Item<A> {}

    private record Line<A>(String text, CompletableFuture<A> answer) implements Item<A> {}

    private record EndOfInput<A>(long malformedLines) implements Item<A> {}

    private record BrokenInput<A>(Throwable cause) implements Item<A> {}

    private final BlockingQueue<Item<A>> window = new ArrayBlockingQueue<>(WINDOW);
    private final LineTask<A> task;
    private final StandardStreams streams;
    private final Progress progress;
    private long lines;
    private long failedLines;
    private long cutLines;

    public LineTranslation(LineTask<A> task, StandardStreams streams) {
        this.task = task;
        this.streams = streams;
        this.progress = new Progress(streams, System::nanoTime);
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
                if (item instanceof Line<A> line) {
                    write(line, out);
                } else if (item instanceof EndOfInput<A> end) {
                    out.flush();
                    progress.finish();
                    return new Summary(failedLines, cutLines, end.malformedLines);
                } else if (item instanceof BrokenInput<A> broken) {
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

    private Item<A> readToEnd() throws InterruptedException {
        var lines = new LineReader(streams.in());
        try {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                window.put(new Line<>(line, task.submit(line)));
            }
            return new EndOfInput<>(lines.malformedLines());
        } catch (IOException | RuntimeException | Error e) {
            return new BrokenInput<>(e);
        }
    }

    private Item<A> nextItem(OutputStream out) throws IOException, InterruptedException {
        var ready = window.poll();
        if (ready != null) {
            return ready;
        }
        out.flush();
        return window.take();
    }

    private void write(Line<A> line, OutputStream out) throws IOException, InterruptedException {
        if (!line.answer.isDone()) {
            out.flush();
        }
        var answer = answer(line);
        out.write(task.output(lines, line.text, answer).getBytes(StandardCharsets.UTF_8));
        lines++;
        progress.lineDone();
    }

    private Optional<A> answer(Line<A> line) throws InterruptedException {
        try {
            var answer = line.answer.get();
            if (task.isCut(answer)) {
                cutLines++;
            }
            return Optional.of(answer);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TranslationException failure)) {
                throw new IllegalStateException("a translator may fail with a TranslationException only", e.getCause());
            }
            failedLines++;
            streams.say("line " + (lines + 1) + ": left empty, because " + failure.getMessage());
            return Optional.empty();
        }
    }
}
