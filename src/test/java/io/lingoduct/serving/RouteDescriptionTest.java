package io.lingoduct.serving;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.service.Format;
import io.lingoduct.service.LanguagesConfig;
import io.lingoduct.service.OutputTopic;
import io.lingoduct.service.RouteConfig;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteDescriptionTest {

    @Test
    void shouldDescribeAFixedPair() {
        assertThat(describe(List.of("a", "b"), null, LanguagesConfig.pair("en", "de")))
                .isEqualTo("a, b (en) -> out (de), text");
    }

    @Test
    void shouldSayWhereLanguagesComeFrom() {
        assertThat(describe(
                        List.of(), "shop.*", new LanguagesConfig(null, "lang", null, List.of("de", "fr"), null, "to")))
                .isEqualTo("all like shop.* (by header lang, else detected) -> out (by field to, else de, fr), text");
        assertThat(describe(List.of("a"), null, new LanguagesConfig(null, null, null, List.of(), "to", null)))
                .isEqualTo("a (detected) -> out (by header to), text");
    }

    private static String describe(List<String> from, String pattern, LanguagesConfig languages) {
        var route = new RouteConfig(
                "name", from, pattern, new OutputTopic("out"), null, languages, Format.TEXT, List.of(), List.of());
        return RouteDescription.of(route, named -> {
            throw new AssertionError("no model is named");
        });
    }
}
