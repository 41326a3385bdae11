package io.lingoduct.streams.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.streams.fault.StreamStartException;
import io.lingoduct.streams.route.RoutingKit;
import java.time.InstantSource;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

class RouteFactoryTest {

    private static final LanguagePairs PAIRS = LanguagePairs.of(List.of(
            new TaggingTranslator("en", "de"), new TaggingTranslator("de", "en"), new TaggingTranslator("tlh", "en")));

    @Test
    void shouldNeverReadOutputsByAPattern() {
        var route = routes("[{pattern: '.*', to: '{topic}.{target}', target-header: to, source: en}]")
                .get(0);

        assertThat(route.from().contains("orders")).isTrue();
        assertThat(route.from().contains("orders.de")).isFalse();
        assertThat(route.from().contains("orders.en")).isFalse();
        assertThat(route.from().contains("orders.old")).isTrue();
        assertThat(route.from().contains("dead")).isFalse();
    }

    @Test
    void shouldNotReadTheOutputsOfOtherRoutesByAPattern() {
        var routes = routes("[{pattern: 'a|b', to: c, model: m}, {from: x, to: b, model: m}]");

        assertThat(routes.get(0).from().contains("a")).isTrue();
        assertThat(routes.get(0).from().contains("b")).isFalse();
    }

    @Test
    void shouldKnowItsOutputs() {
        var route = routes("[{pattern: 'a.*', to: '{topic}.{target}', target: [de, en], source-header: l, source: en}]")
                .get(0);

        assertThat(route.outputs(List.of("a1", "a2", "b")))
                .containsExactlyInAnyOrder("a1.de", "a1.en", "a2.de", "a2.en");
    }

    @Test
    void shouldRefuseATargetThatNoModelHas() {
        assertRefused("[{from: a, to: b, source: en, target: fr}]")
                .hasMessage("routes[0]: no model translates into fr; loaded are: de to en, en to de, tlh to en");
    }

    @Test
    void shouldRefuseAPairThatNoModelTranslates() {
        assertRefused("[{from: x, to: y, model: m}, {from: a, to: b, source: fr, target: en}]")
                .hasMessageStartingWith("routes[1]: no model translates fr to en;");
    }

    @Test
    void shouldRefuseToDetectALanguageThatItCannotTell() {
        assertRefused("[{from: a, to: b, target: en}]").hasMessageContaining("cannot tell tlh from other languages");
    }

    @Test
    void shouldDetectWhereAllLanguagesInQuestionCanBeTold() {
        assertThat(routes("[{from: a, to: b, target: de}]")).hasSize(1);
    }

    @Test
    void shouldRefuseTwoModelsForOnePair() {
        var twice = List.of(new TaggingTranslator("en", "de"), new TaggingTranslator("en", "de"));

        assertThatThrownBy(() -> LanguagePairs.of(twice))
                .isInstanceOf(StreamStartException.class)
                .hasMessageContaining("both en-de and en-de translate en to de");
    }

    private static AbstractThrowableAssert<?, ? extends Throwable> assertRefused(String yaml) {
        return assertThatThrownBy(() -> routes(yaml)).isInstanceOf(StreamStartException.class);
    }

    private static List<Route> routes(String yaml) {
        return RoutingKit.factory(RoutingKit.config(yaml), PAIRS)
                .routes(route -> new TaggingTranslator("en", "de"), InstantSource.system());
    }
}
