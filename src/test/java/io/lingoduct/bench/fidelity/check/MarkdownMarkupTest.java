package io.lingoduct.bench.fidelity.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownMarkupTest {

    private final Markup markdown = MarkdownMarkup.INSTANCE;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ohne",
                "# Titel",
                "- **fett** und *schräg*",
                "***beides***",
                "> [da](https://a.org/a_b?c=1) steht es"
            })
    void shouldTakeMarksWithPartners(String text) {
        assertThat(markdown.isWellFormed(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"**fett*", "** fett **", "*schräg", "[da] (https://a.org)", "[da](https://a.org", "***beides**"})
    void shouldRefuseOthers(String text) {
        assertThat(markdown.isWellFormed(text)).isFalse();
    }

    @Test
    void shouldTellTheMarksWhateverTheirOrder() {
        assertThat(markdown.marks("# **eins** *zwei*")).isEqualTo(markdown.marks("# *two* **one**"));
        assertThat(markdown.marks("eins")).isNotEqualTo(markdown.marks("# one"));
        assertThat(markdown.marks("[a](x)")).isNotEqualTo(markdown.marks("[a](y)"));
        assertThat(markdown.marks("**eins** **zwei**")).isNotEqualTo(markdown.marks("**one**"));
        assertThat(markdown.marks("- [**a**](x)")).containsExactly("**", "- ", "[](x)");
    }
}
