package io.lingoduct.front.markup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.lingoduct.front.inline.MarkedText;
import io.lingoduct.front.markup.MarkupPiece.Passage;
import java.time.Duration;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            textBlock =
                    """
            Hello world ~ [Hello world]
            <p>Hello world</p> ~ <p>[Hello world]</p>
            <p>One</p><p>Two</p> ~ <p>[One]</p><p>[Two]</p>
            <P>One</P> ~ <P>[One]</P>
            a <b>bold</b> word ~ [a 0(bold)0 word]
            <b>all of it</b> ~ <b>[all of it]</b>
            <p><b><i>all of it</i></b></p> ~ <p><b><i>[all of it]</i></b></p>
            <b>one</b> two ~ [0(one)0 two]
            one <b>two</b> ~ [one 0(two)0]
            a <b>b <i>c</i></b> d ~ [a 0(b 1(c)1)0 d]
            a <b></b> c ~ [a 0()0 c]
            <b></b>text ~ <b></b>[text]
            a <a href="x?a=1&b=2">link</a>. ~ [a 0(link)0.]
            a <a title="x > y">link</a>. ~ [a 0(link)0.]
            a <a title='"x">'>link</a>. ~ [a 0(link)0.]
            one<br>two ~ [one]<br>[two]
            one<br/>two ~ [one]<br/>[two]
            one<hr />two ~ [one]<hr />[two]
            one <img src="x"> two ~ [one # two]
            <img src="x"> two ~ <img src="x"> [two]
            one <img src="x"> ~ [one] <img src="x">
            one<wbr>two ~ [one#two]
            one <!-- note --> two ~ [one # two]
            <!-- note --> two ~ <!-- note --> [two]
            <!DOCTYPE html><p>one</p> ~ <!DOCTYPE html><p>[one]</p>
            <?xml version="1.0"?><a>one</a> ~ <?xml version="1.0"?><a>[one]</a>
            one <![CDATA[x < y]]> two ~ [one] <![CDATA[x < y]]> [two]
            <script>var a = "<b>";</script><p>one ~ <script>var a = "<b>";</script><p>[one]
            <style>p {color: red}</style>one ~ <style>p {color: red}</style>[one]
            one<script>never closed <b> ~ [one]<script>never closed <b>
            <textarea>as it is</textarea>one ~ <textarea>as it is</textarea>[one]
            <pre>as  it <b>is</b></pre>one ~ <pre>as  it <b>is</b></pre>[one]
            <svg><text>no</text></svg> yes ~ <svg><text>no</text></svg> [yes]
            <math><mi>x</mi></math> yes ~ <math><mi>x</mi></math> [yes]
            Type <code>ls -l</code> now ~ [Type |<code>ls -l</code>| now]
            Type <code>a &lt; <b>b</b></code> now ~ [Type |<code>a &lt; <b>b</b></code>| now]
            Press <kbd>Ctrl</kbd> now ~ [Press |<kbd>Ctrl</kbd>| now]
            <code>alone</code> ~ <code>alone</code>
            a <span translate="no">Name</span> here ~ [a |<span translate="no">Name</span>| here]
            a <span class="x notranslate">Name</span> ~ [a |<span class="x notranslate">Name</span>|]
            a <span class="notranslated">name</span> b ~ [a 0(name)0 b]
            <p translate=no>Name</p>one ~ <p translate=no>Name</p>[one]
            <div class='notranslate'><div>x</div></div>one ~ <div class='notranslate'><div>x</div></div>[one]
            Tom &amp; Mary ~ [Tom & Mary]
            I&#39;m here ~ [I'm here]
            I&apos;m &quot;here&quot; ~ [I'm "here"]
            &lt;b&gt;no tag&lt;/b&gt; ~ [<b>no tag</b>]
            &#x41;pple &#66;ee ~ [Apple Bee]
            caf&eacute; &mdash; &hellip; ~ [café — …]
            AT&T and R&D; ~ [AT&T and R&D;]
            &nosuch; &#0; &#xD800; &#99999999; x ~ [&nosuch; &#0; &#xD800; &#99999999; x]
            a < b and c ~ [a < b and c]
            a <3 you ~ [a <3 you]
            1 <2> 3 x ~ [1 <2> 3 x]
            a <b never closed ~ [a <b never closed]
            <b>never closed ~ <b>[never closed]
            one <b>never closed ~ [one 0(never closed]
            one</b> two ~ [one)0 two]
            one two</b> ~ [one two]</b>
            <b><i>cross</b></i> over ~ [0(1(cross)0)2 over]
            <ul><li>one<li>two</ul> ~ <ul><li>[one]<li>[two]</ul>
            <table><tr><td>one</td><td>2</td></tr></table> ~ <table><tr><td>[one]</td><td>2</td></tr></table>
            <b>one<p>two</b> three ~ <b>[one]<p>[two)0 three]
            <p>12,5</p> ~ <p>12,5</p>
            <order><note>Please call</note><id>A 5</id></order> ~ <order><note>[Please call]</note><id>[A 5]</id></order>
            Click <mine id="1">here</mine> now ~ [Click 0(here)0 now]
            Press <x id="1"/> now ~ [Press # now]
            <g id="1">Click</g> here ~ [0(Click)0 here]
            <h1>One <small>two</small></h1> ~ <h1>[One 0(two)0]</h1>
            <a><div>one</div></a> ~ <a><div>[one]</div></a>
            <ns:item>one</ns:item> ~ <ns:item>[one]</ns:item>
            """)
    void shouldTellPassagesFromTheRest(String text, String expected) {
        var pieces = MarkupReader.read(text, TextMarkup.HTML);

        assertThat(Shown.of(pieces)).isEqualTo(expected);
        assertThat(MarkupReader.written(pieces)).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '~',
            quoteCharacter = '^',
            textBlock =
                    """
            <p>Tom &amp; Mary</p> ~ <p>TOM &amp; MARY</p>
            I&#39;m at Tom's ~ I&#39;M AT TOM'S
            &lt;b&gt; <b>x</b> y ~ &lt;B&gt; <b>X</b> Y
            a &#60; b < c ~ A &#60; B < C
            a&nbsp;b ~ A&nbsp;B
            caf&eacute; ~ CAF&eacute;
            Q&A and &amp;lt; ~ Q&A AND &amp;LT;
            run <code>a &lt; b</code> now ~ RUN <code>a &lt; b</code> NOW
            run <code>x</code> or &lt;code>x&lt;/code> ~ RUN <code>x</code> OR &lt;CODE>X&lt;/CODE>
            """)
    void shouldSpellATranslationAsTheSource(String text, String expected) {
        assertThat(Shown.inCapitals(MarkupReader.read(text, TextMarkup.HTML))).isEqualTo(expected);
    }

    @Test
    void shouldReadALineBreakAsASpaceAndAnEmptyLineAsAnEnd() {
        var pieces = MarkupReader.read("one\n  two\r\nthree\n\nfour\r\n\r\nfive", TextMarkup.HTML);

        assertThat(Shown.of(pieces)).isEqualTo("[one two three]\n\n[four]\r\n\r\n[five]");
        assertThat(Shown.inCapitals(pieces)).isEqualTo("ONE\n  TWO\r\nTHREE\n\nFOUR\r\n\r\nFIVE");
    }

    @Test
    void shouldNeverMakeATagOfWords() {
        var passage = (Passage) MarkupReader.read("one & two", TextMarkup.HTML).get(0);

        assertThat(passage.written(MarkedText.plain("<script>x</script> &amp; &lt; y")))
                .isEqualTo("&lt;script>x&lt;/script> &amp;amp; &amp;lt; y");
    }

    @Test
    void shouldWriteKeptStretchesWhereverTheyHaveGone() {
        var passage = (Passage) MarkupReader.read("<code>b</code> before <code>a</code>", TextMarkup.HTML)
                .get(0);

        assertThat(passage.written(MarkedText.plain("<code>a</code> nach <code>b</code> und <code>a</code>")))
                .isEqualTo("<code>a</code> nach <code>b</code> und &lt;code>a&lt;/code>");
    }

    @Property
    void shouldGiveAnyTextBack(@ForAll String text) {
        assertThat(MarkupReader.written(MarkupReader.read(text, TextMarkup.HTML)))
                .isEqualTo(text);
    }

    @Property
    void shouldGiveAnyMarkupBack(@ForAll("markup") String text) {
        assertThat(MarkupReader.written(MarkupReader.read(text, TextMarkup.HTML)))
                .isEqualTo(text);
    }

    @Property
    void shouldKeepTheTagsThatABrowserSees(@ForAll("markup") String text) {
        var translated = Shown.inCapitals(MarkupReader.read(text, TextMarkup.HTML));

        assertThat(tags(translated)).isEqualTo(tags(text));
    }

    private static List<String> tags(String text) {
        return Jsoup.parse(text).getAllElements().stream()
                .map(element -> element.tagName())
                .toList();
    }

    @Provide
    Arbitrary<String> markup() {
        return Arbitraries.of(
                        "<b>",
                        "</b>",
                        "<p>",
                        "</p>",
                        "<i class=\"a>b\">",
                        "</i>",
                        "<br/>",
                        "<code>",
                        "</code>",
                        "one ",
                        "two",
                        ".",
                        "&lt;",
                        "&amp;",
                        "&",
                        "&#39;",
                        " < ",
                        "\n",
                        "\n\n",
                        "<!-- c -->",
                        "<img alt='x'>",
                        "<pre>",
                        "</pre>",
                        "<x-y>",
                        "</x-y>",
                        "&eacute;",
                        "\uD83D\uDE00",
                        "\uD800",
                        "<span translate=no>",
                        "</span>")
                .list()
                .ofMaxSize(20)
                .map(parts -> String.join("", parts));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<",
                "<b>",
                "</b>",
                "<b",
                "&",
                "&amp;",
                "&#",
                "<!--",
                "<![CDATA[",
                "<?",
                "<a \"",
                "<a b=\"",
                "<a b='<a b=\"",
                "<script>",
                "<pre>",
                "<code>",
                "<code>x</code>",
                "<p>x",
                "<b>x",
                "x</b>",
                "<svg><pre>",
                "\n",
                "x\n",
                "<x>x</y>",
                " ",
                "<b></b>x",
                "<i><b>",
                "</textarea",
                "<textarea></"
            })
    void shouldReadHostileTextInNoTime(String unit) {
        var text = "x" + unit.repeat(1_000_000 / unit.length());

        assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
            var pieces = MarkupReader.read(text, TextMarkup.HTML);
            assertThat(MarkupReader.written(pieces).equals(text)).isTrue();
            Shown.inCapitals(pieces.subList(0, Math.min(pieces.size(), 3)));
        });
    }

    @Test
    void shouldReadDeepNesting() {
        var text = "<b>".repeat(100_000) + "x" + "</b>".repeat(100_000);

        assertThat(MarkupReader.written(MarkupReader.read(text, TextMarkup.HTML))
                        .equals(text))
                .isTrue();
    }
}
