package io.lingoduct.bench.fidelity.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PhraseKeyTest {

    private static final PhraseKey KEY = PhraseKey.of("neu* passwort*,kennwort* ?ganz");

    @Test
    void shouldTakeOneWordOfEachGroupAndWhatIsAllowedBesides() {
        assertThat(KEY.fits("ein neues Passwort")).isTrue();
        assertThat(KEY.fits("Ihr ganz neues Kennwort,")).isTrue();
        assertThat(KEY.fits("Passwort")).isFalse();
        assertThat(KEY.fits("ein neues Passwort geschickt")).isFalse();
        assertThat(KEY.fits("")).isFalse();
    }

    @Test
    void shouldFindThePhraseAnywhere() {
        assertThat(KEY.isIn("Wir haben Ihr Passwort neu gemacht.")).isTrue();
        assertThat(KEY.isIn("Wir haben Ihr Wort.")).isFalse();
    }

    @Test
    void shouldReadTheWordsBetweenMarks() {
        assertThat(HtmlMarkup.INSTANCE.phrases("a <b><i>b</i> c</b> <br/>d"))
                .containsExactly(new MarkedPhrase("<i>", "b"), new MarkedPhrase("<b>", "b c"));
        assertThat(MarkdownMarkup.INSTANCE.phrases("- *a b* and [c](https://x.org)"))
                .containsExactlyInAnyOrder(new MarkedPhrase("*", "a b"), new MarkedPhrase("[](https://x.org)", "c"));
    }
}
