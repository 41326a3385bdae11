package io.lingoduct.chart;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.List;

/**
 * One file that holds a whole page: styles and pictures inside, and a policy that forbids the browser to load anything
 * else. All text is escaped on its way in, but for {@link #raw}.
 */
public final class HtmlPage {

    private static final String HEAD =
            """
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>%1$s</title>
            <style>
            %2$s</style>
            </head>
            <body>
            <main>
            <h1>%1$s</h1>
            """;

    private final StringBuilder html = new StringBuilder();

    public HtmlPage(String title) {
        html.append(HEAD.formatted(Html.escape(title), css()));
    }

    private static String css() {
        try (InputStream in = HtmlPage.class.getResourceAsStream("page.css")) {
            return ":root { %s }\n@media screen and (prefers-color-scheme: dark) { :root { %s } }\n"
                            .formatted(Ink.css(Ink::light), Ink.css(Ink::dark))
                    + new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read page.css from the class path", e);
        }
    }

    /** Begins a section. */
    public HtmlPage section(String heading) {
        return raw("<h2>" + Html.escape(heading) + "</h2>\n");
    }

    /** Begins a part of a section. */
    public HtmlPage subsection(String heading) {
        return raw("<h3>" + Html.escape(heading) + "</h3>\n");
    }

    public HtmlPage paragraph(String text) {
        return raw("<p>" + Html.escape(text) + "</p>\n");
    }

    /** A paragraph that stands out, for what the reader must not miss. */
    public HtmlPage notice(String text) {
        return raw("<p class=\"notice\">" + Html.escape(text) + "</p>\n");
    }

    /** Names and values in columns, such as the facts of a run. */
    public HtmlPage facts(List<List<String>> namesAndValues) {
        raw("<dl>\n");
        for (var fact : namesAndValues) {
            raw("<div><dt>" + Html.escape(fact.get(0)) + "</dt><dd>" + Html.escape(fact.get(1)) + "</dd></div>\n");
        }
        return raw("</dl>\n");
    }

    /** A table; cells that are figures are set flush right. */
    public HtmlPage table(List<String> header, List<List<String>> rows) {
        raw("<div class=\"scroll\"><table><thead><tr>");
        header.forEach(cell -> raw("<th>" + Html.escape(cell) + "</th>"));
        raw("</tr></thead><tbody>\n");
        for (var row : rows) {
            raw("<tr>");
            row.forEach(this::cell);
            raw("</tr>\n");
        }
        return raw("</tbody></table></div>\n");
    }

    private void cell(String text) {
        var figure = text.matches("[-+−]?[\\d,.:]+([eE][-+]?\\d+)?( ?%)?");
        raw((figure ? "<td class=\"figure\">" : "<td>") + Html.escape(text) + "</td>");
    }

    /** Text that keeps its line breaks, folded away behind one line. */
    public HtmlPage details(String summary, String text) {
        return raw("<details><summary>" + Html.escape(summary) + "</summary><pre>" + Html.escape(text)
                + "</pre></details>\n");
    }

    /** Charts that share a row as far as the window is wide enough. */
    public HtmlPage charts(Chart... charts) {
        boolean maps = Arrays.stream(charts).allMatch(HeatMap.class::isInstance);
        raw(maps ? "<div class=\"maps\">\n" : "<div class=\"charts\">\n");
        for (var chart : charts) {
            raw(chart.html());
        }
        return raw("</div>\n");
    }

    /** Markup as it is: the caller answers for its escaping. */
    public HtmlPage raw(String markup) {
        html.append(markup);
        return this;
    }

    /** The page so far, closed. */
    public String html() {
        return html + "</main>\n</body>\n</html>\n";
    }

    /** Writes the page; a reader of the file sees the old page or the new one, never half of one. */
    public void write(Path file) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        Files.writeString(part, html());
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
