package io.lingoduct.demo;

import io.lingoduct.demo.DemoClient.DeadLetterException;
import io.lingoduct.observe.Printable;
import java.io.IOException;
import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.regex.Pattern;

/**
 * Use of a running demo: translate a list of lines, or type one line after another. Translations go to one
 * stream and everything else to the other.
 */
public final class DemoSession {

    /** Lines under way at the same time. */
    private static final int WINDOW = 2_000;

    private static final Pattern TABS_AND_LINE_BREAKS = Pattern.compile("[\t\n\u000B\f\r\u0085\u2028\u2029]");

    private final Demo demo;
    private final PrintStream out;
    private final PrintStream err;

    public DemoSession(Demo demo, PrintStream out, PrintStream err) {
        this.demo = demo;
        this.out = out;
        this.err = err;
    }

    /**
     * Translates all lines and prints exactly one line {@code source<TAB>translation} for each, in order. Tabs and line
     * breaks within a source or a translation are printed as spaces; a line that cannot be translated gets an empty
     * translation and a line on the error stream.
     *
     * @return how many lines could not be translated
     * @throws CancellationException if the demo is closed meanwhile
     */
    public int translateAll(LineSource lines) throws IOException {
        var pending = new ArrayDeque<Line>();
        int number = 0;
        int failed = 0;
        for (var line = lines.readLine(); line != null; line = lines.readLine()) {
            if (pending.size() == WINDOW) {
                failed += print(pending.remove());
            }
            pending.add(new Line(++number, line, demo.translate(line)));
        }
        while (!pending.isEmpty()) {
            failed += print(pending.remove());
        }
        out.flush();
        return failed;
    }

    /**
     * Tells how to join in, shows the examples and translates what is typed until the lines end.
     *
     * @param prompt whether to show a prompt
     * @throws CancellationException if the demo is closed meanwhile
     */
    public void converse(LineSource lines, boolean prompt) throws IOException {
        err.println(Invitation.to(demo));
        for (var example : ExampleSentences.in(demo.model().sourceLanguage())) {
            err.println("  " + example);
            answer(example);
        }
        err.println();
        err.println("Type a line to have it translated; Ctrl-D ends.");
        while (true) {
            if (prompt) {
                err.print("> ");
                err.flush();
            }
            var line = lines.readLine();
            if (line == null) {
                return;
            }
            answer(line);
        }
    }

    private void answer(String line) {
        try {
            out.println("  " + demo.translate(line).join());
            out.flush();
        } catch (CompletionException e) {
            err.println(Printable.line("  " + cause(e)));
        }
    }

    private record Line(int number, String source, CompletableFuture<String> translation) {}

    private int print(Line line) {
        try {
            print(line.source(), line.translation().join());
            return 0;
        } catch (CompletionException e) {
            print(line.source(), "");
            err.println(Printable.line("line " + line.number() + ": " + cause(e)));
            return 1;
        }
    }

    private void print(String source, String translation) {
        out.print(onOneLine(source) + "\t" + onOneLine(translation) + "\n");
    }

    private static String onOneLine(String text) {
        return TABS_AND_LINE_BREAKS.matcher(text).replaceAll(" ");
    }

    private static String cause(CompletionException failure) {
        var cause = failure.getCause();
        return cause instanceof DeadLetterException
                ? "not translated, see the dead letters: " + cause.getMessage()
                : "not translated: " + cause.getMessage();
    }

    /** Gives one line after another. */
    @FunctionalInterface
    public interface LineSource {

        /** The next line without its end, or null if there is no more. */
        String readLine() throws IOException;
    }
}
