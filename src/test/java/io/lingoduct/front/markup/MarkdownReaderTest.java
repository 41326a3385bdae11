package io.lingoduct.front.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.lingoduct.front.inline.MarkedText;
import io.lingoduct.front.markup.MarkupPiece.Passage;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownReaderTest {

    /** A line break is written as a paragraph sign. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '\u00A7',
            quoteCharacter = '^',
            textBlock =
                    """
            Hello world § [Hello world]
            One¶¶Two § [One]¶¶[Two]
            one¶two § [one two]
            # Title § # [Title]
            ## Title ## § ## [Title] ##
            Title¶===== § [Title]¶=====
            Title¶----- § [Title]¶-----
            - one¶- two § - [one]¶- [two]
            * one¶  two § * [one two]
            1. one¶2) two § 1. [one]¶2) [two]
            - one¶  - two § - [one]¶  - [two]
            - [ ] one¶- [x] two § - [ ] [one]¶- [x] [two]
            > one¶> two § > [one two]
            > > one § > > [one]
            > one¶two § > [one two]
            a *b* c § [a 0(b)0 c]
            a **b** c § [a 0(b)0 c]
            a _b_ and __c__ § [a 0(b)0 and 1(c)1]
            a ***b*** c § [a 0(1(b)1)0 c]
            **all of it** § **[all of it]**
            **one** two § [0(one)0 two]
            # **all of it** § # **[all of it]**
            a ~~b~~ c § [a 0(b)0 c]
            a **b *c* d** e § [a 0(b 1(c)1 d)0 e]
            a [link](http://x.org/a_b?c=1) b § [a 0(link)0 b]
            a [link](x "Title (a)") b § [a 0(link)0 b]
            a [**b** c](x) d § [a 0(1(b)1 c)0 d]
            [link](x) § [[link]](x)
            a [link][ref] b¶¶[ref]: http://x.org "Title" § [a 0(link)0 b]¶¶[ref]: http://x.org "Title"
            a [ref] b¶¶[ref]: http://x.org § [a |[ref]| b]¶¶[ref]: http://x.org
            a [ref][] b¶¶[ref]: http://x.org § [a |[ref][]| b]¶¶[ref]: http://x.org
            a [no link] b § [a [no link] b]
            a ![alt](x.png) b § [a # b]
            ![alt](x.png) § ![alt](x.png)
            a [![alt](x.png)](y) b § [a 0(#)0 b]
            Run `ls -l` now § [Run |`ls -l`| now]
            Run ``a ` b`` now § [Run |``a ` b``| now]
            `alone` § `alone`
            See <http://x.org> now § [See |<http://x.org>| now]
            Write <me@x.org> now § [Write |<me@x.org>| now]
            See http://x.org now § [See http://x.org now]
            one  ¶two § [one]  ¶[two]
            one\\¶two § [one]\\¶[two]
            a \\* b \\_c\\_ § [a * b _c_]
            a &amp; b &eacute; § [a & b é]
            AT&T § [AT&T]
            2 * 3 * 4 is it § [2 * 3 * 4 is it]
            snake_case_name here § [snake_case_name here]
            a **never closed § [a **never closed]
            a [never closed § [a [never closed]
            a `never closed § [a `never closed]
            ```java¶int a = 1;¶```¶one § ```java¶int a = 1;¶```¶[one]
            ~~~¶code¶~~~ § ~~~¶code¶~~~
            ```¶never closed § ```¶never closed
                int a = 1; § ^    int a = 1;^
            one¶¶    int a;¶¶two § [one]¶¶    int a;¶¶[two]
            ---¶title: x¶---¶one § ---¶title: x¶---¶[one]
            one¶¶---¶¶two § [one]¶¶---¶¶[two]
            * * * § * * *
            | A | B |¶|---|---|¶| one | **two** x | § | [A] | [B] |¶|---|---|¶| [one] | [0(two)0 x] |
            A | B¶--|--¶one | 2 § [A] | [B]¶--|--¶[one] | 2
            <div>¶Hello <b>you</b> there¶</div>¶¶one § <div>¶[Hello 0(you)0 there]¶</div>¶¶[one]
            a <b>b</b> c § [a 0(b)0 c]
            a <b>b *c* § [a 0(b 1(c)1]
            a <br> b § [a # b]
            <!-- note -->¶¶one § <!-- note -->¶¶[one]
            a[^1] b¶¶c § [a|[^1]| b]¶¶[c]
            *one¶two* three § [0(one two)0 three]
            *one  ¶two* three § *[one]  ¶[two)0 three]
            12,5 § 12,5
            - § -
            """)
    void shouldTellPassagesFromTheRest(String text, String expected) {
        var source = (text.startsWith("int a = 1;") ? "    " : "") + text.replace('¶', '\n');
        var pieces = MarkupReader.read(source, TextMarkup.MARKDOWN);

        assertThat(Shown.of(pieces).replace('\n', '¶')).isEqualTo(expected);
        assertThat(MarkupReader.written(pieces)).isEqualTo(source);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '\u00A7',
            quoteCharacter = '^',
            textBlock =
                    """
            # a **b** c § # A **B** C
            one¶two § ONE¶TWO
            > one¶> two § > ONE¶> TWO
            one¶**two** x § ONE **TWO** X
            a \\* b &amp; c § A \\* B &amp; C
            run `ls` now § RUN `ls` NOW
            a [b](x_y) c § A [B](x_y) C
            2 * 3 is it § 2 * 3 IS IT
            """)
    void shouldSpellATranslationAsTheSource(String text, String expected) {
        var pieces = MarkupReader.read(text.replace('¶', '\n'), TextMarkup.MARKDOWN);

        assertThat(Shown.inCapitals(pieces).replace('\n', '¶')).isEqualTo(expected);
    }

    @Test
    void shouldNeverMakeMarkupOfWords() {
        var passage =
                (Passage) MarkupReader.read("one two", TextMarkup.MARKDOWN).get(0);

        assertThat(passage.written(MarkedText.plain("*x* [y](z) `q` <b> a|b")))
                .isEqualTo("\\*x\\* \\[y\\](z) \\`q\\` \\<b> a\\|b");
    }

    @Test
    void shouldKnowLineBreaksOfAllSystems() {
        var text = "one\r\ntwo\r\n\r\n- three\rfour\r";

        assertThat(Shown.of(MarkupReader.read(text, TextMarkup.MARKDOWN)))
                .isEqualTo("[one two]\r\n\r\n- [three four]\r");
    }

    @Property
    void shouldGiveAnyTextBack(@ForAll String text) {
        assertThat(MarkupReader.written(MarkupReader.read(text, TextMarkup.MARKDOWN)))
                .isEqualTo(text);
    }

    @Property
    void shouldGiveAnyMarkupBack(@ForAll("markup") String text) {
        var pieces = MarkupReader.read(text, TextMarkup.MARKDOWN);

        assertThat(MarkupReader.written(pieces)).isEqualTo(text);
        assertThat(Shown.inCapitals(pieces)).isNotNull();
    }

    @Provide
    Arbitrary<String> markup() {
        return Arbitraries.of(
                        "*",
                        "**",
                        "_",
                        "`",
                        "``",
                        "[",
                        "](x)",
                        "]",
                        "![",
                        "~~",
                        "\n",
                        "\n\n",
                        "\r\n",
                        "> ",
                        "- ",
                        "1. ",
                        "# ",
                        "    ",
                        "\t",
                        "one ",
                        "two",
                        ".",
                        "<b>",
                        "</b>",
                        "<div>",
                        "&amp;",
                        "\\*",
                        "\\",
                        "  \n",
                        "|",
                        "|---|---|",
                        "```\n",
                        "---",
                        "\n===",
                        "[a]: b",
                        "[^1]",
                        "\uD83D\uDE00",
                        "\uD800",
                        "\0",
                        "<!--",
                        "<http://x>",
                        "\\|")
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "*",
                "*a ",
                "**a ",
                "_a",
                "[",
                "[a](",
                "![",
                "`",
                "`a ``b ",
                "~",
                "<",
                "&",
                "&amp;",
                "\\",
                "> ",
                "- ",
                "1. ",
                "#",
                "# a\n",
                "|",
                "|\n",
                "a|b\n-|-\n",
                "* a\n",
                "*a*\n\n",
                "[a\n\n",
                "[^a\n\n",
                "\n",
                "x\n",
                " ",
                "\t",
                "<b>",
                "[a]: b\n",
                "```\n",
                "<!--\n\n",
                "*a _b ",
                "---\n",
                "a **b",
                "a\n> "
            })
    void shouldReadHostileTextInNoTime(String unit) {
        var text = "x" + unit.repeat(300_000 / unit.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> assertThat(
                        MarkupReader.written(MarkupReader.read(text, TextMarkup.MARKDOWN))
                                .equals(text))
                .isTrue());
    }
}
