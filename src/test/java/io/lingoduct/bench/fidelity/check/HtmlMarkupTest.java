package io.lingoduct.bench.fidelity.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlMarkupTest {

    private final Markup html = HtmlMarkup.INSTANCE;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ohne",
                "<b>fett</b>",
                "<b><i>beides</i></b>",
                "<u>eins</u><br/>zwei<br>",
                "<a href=\"https://a.org/b?c=1\">da</a>"
            })
    void shouldTakeTagsThatAreClosedInOrder(String text) {
        assertThat(html.isWellFormed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<b>fett",
                "fett</b>",
                "<b><i>beides</b></i>",
                "< b>fett</ b>",
                "<b>fett</b",
                "3 > 2",
                "<a href=\"x>da</a>"
            })
    void shouldRefuseOthers(String text) {
        assertThat(html.isWellFormed(text)).isFalse();
    }

    @Test
    void shouldTellTheTagsWhateverTheirOrder() {
        assertThat(html.marks("<b>eins</b> und <i>zwei</i>")).isEqualTo(html.marks("<i>two</i> and <b>one</b>"));
        assertThat(html.marks("<b>eins</b><b></b>")).isNotEqualTo(html.marks("<b>one</b>"));
        assertThat(html.marks("<a href=\"x\">eins</a>")).isNotEqualTo(html.marks("<a href=\"y\">one</a>"));
    }
}
