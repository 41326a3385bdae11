package io.lingoduct.chart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HtmlPageTest {

    private static final String EVIL = "</title><script>alert('x')</script>&\"";
    private static final String HARMLESS = "&lt;/title&gt;&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt;&amp;&quot;";

    @Test
    void shouldEscapeAllTextItIsGiven() {
        var html = new HtmlPage(EVIL)
                .section(EVIL)
                .subsection(EVIL)
                .paragraph(EVIL)
                .notice(EVIL)
                .facts(List.of(List.of(EVIL, EVIL)))
                .table(List.of(EVIL), List.of(List.of(EVIL)))
                .details(EVIL, EVIL)
                .html();

        assertThat(html).doesNotContain("<script");
        // The title stands twice.
        assertThat(html.split(Pattern.quote(HARMLESS), -1)).hasSize(13);
    }

    @Test
    void shouldForbidTheBrowserToLoadAnything() {
        assertThat(new HtmlPage("t").html())
                .contains("content=\"default-src 'none'; img-src data:; style-src 'unsafe-inline'\"");
    }

    @Test
    void shouldHaveColoursForLightAndDark() {
        assertThat(new HtmlPage("t").html())
                .contains("--paper: #ffffff;", "--paper: #14181d;", "prefers-color-scheme: dark");
    }

    @Test
    void shouldSetFiguresFlushRight() {
        assertThat(new HtmlPage("t")
                        .table(List.of("a", "b"), List.of(List.of("1,234.5", "beam 6")))
                        .html())
                .contains("<td class=\"figure\">1,234.5</td><td>beam 6</td>");
    }

    @Test
    void shouldReplaceThePageThatIsThere(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("page.html"), "old");

        new HtmlPage("new").write(file);

        assertThat(file).content().contains("<h1>new</h1>").endsWith("</html>\n");
        try (var entries = Files.list(folder)) {
            assertThat(entries).containsExactly(file);
        }
    }
}
