package io.lingoduct.front.span;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Lines of a test's file with spans marked in them as {@code ⟦KIND span⟧}; those that begin with a number sign and a space say something about them. */
final class MarkedLines {

    record Line(String text, List<Span> spans) {

        @Override
        public String toString() {
            return text;
        }
    }

    private MarkedLines() {}

    static List<Line> read(String name) {
        try (var file = MarkedLines.class.getResourceAsStream(name)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("# "))
                    .map(MarkedLines::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As the file would have it. */
    static String marked(String text, List<Span> spans) {
        var all = new StringBuilder();
        int at = 0;
        for (var span : spans) {
            all.append(text, at, span.start()).append('⟦').append(span.kind()).append(' ');
            all.append(span.of(text)).append('⟧');
            at = span.end();
        }
        return all.append(text.substring(at)).toString();
    }

    private static Line parse(String line) {
        var text = new StringBuilder();
        var spans = new ArrayList<Span>();
        int at = 0;
        for (int i = line.indexOf('⟦'); i >= 0; i = line.indexOf('⟦', at)) {
            text.append(line, at, i);
            int space = line.indexOf(' ', i);
            int end = line.indexOf('⟧', i);
            var kind = SpanKind.valueOf(line.substring(i + 1, space));
            spans.add(new Span(text.length(), text.length() + end - space - 1, kind));
            text.append(line, space + 1, end);
            at = end + 1;
        }
        return new Line(text.append(line.substring(at)).toString(), spans);
    }
}
