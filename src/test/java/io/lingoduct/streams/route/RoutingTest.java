package io.lingoduct.streams.route;

import static io.lingoduct.streams.route.TopologyKit.bytes;
import static io.lingoduct.streams.route.TopologyKit.header;
import static io.lingoduct.streams.route.TopologyKit.names;
import static io.lingoduct.streams.route.TopologyKit.text;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.avro.TranslationRequest;
import io.lingoduct.streams.message.ModelHeaders;
import io.lingoduct.streams.status.StreamCounters;
import java.io.IOException;
import java.util.Map;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

class RoutingTest {

    private static final String DETECTING = "[{from: in, to: '{topic}.{target}', target: [de, fr]}]";
    private static final String BY_HEADER =
            "[{from: in, to: '{topic}.{target}', source-header: lang, source: en, target-header: to}]";

    @Test
    void shouldKeepRoutesApart() {
        try (var kit = new RoutingKit("[{from: a, to: a.de, model: en-de}, {from: b, to: b.fr, model: en-fr}]")) {
            kit.send("a", "one");
            kit.send("b", "two");

            assertThat(kit.texts("a.de")).containsExactly("one [en>de]");
            assertThat(kit.texts("b.fr")).containsExactly("two [en>fr]");
        }
    }

    @Test
    void shouldTranslateOneTopicByTwoRoutes() {
        try (var kit = new RoutingKit("[{from: a, to: a.de, model: en-de}, {from: a, to: a.fr, model: en-fr}]")) {
            kit.send("a", "one");

            assertThat(kit.texts("a.de")).containsExactly("one [en>de]");
            assertThat(kit.texts("a.fr")).containsExactly("one [en>fr]");
        }
    }

    @Test
    void shouldReadAListOfTopics() {
        try (var kit = new RoutingKit("[{from: [a, b], to: out, model: en-de}]")) {
            kit.send("a", "one");
            kit.send("b", "two");

            assertThat(kit.texts("out")).containsExactly("one [en>de]", "two [en>de]");
        }
    }

    @Test
    void shouldReadEveryTopicThatAPatternMatches() {
        try (var kit = new RoutingKit("[{pattern: 'shop[.].*', to: '{topic}.de', model: en-de}]")) {
            kit.send("shop.a", "one");
            kit.send("shop.b", "two");

            assertThat(kit.texts("shop.a.de")).containsExactly("one [en>de]");
            assertThat(kit.texts("shop.b.de")).containsExactly("two [en>de]");
        }
    }

    @Test
    void shouldTellTheTopicsOfTwoPatternsApart() {
        try (var kit = new RoutingKit(
                "[{pattern: 'a[.].*', to: a-out, model: en-de}, {pattern: 'b[.].*', to: b-out, model: en-fr}]")) {
            kit.send("a.1", "one");
            kit.send("b.1", "two");

            assertThat(kit.texts("a-out")).containsExactly("one [en>de]");
            assertThat(kit.texts("b-out")).containsExactly("two [en>fr]");
        }
    }

    @Test
    void shouldTranslateByEveryRouteWhereANameAndAPatternMeet() {
        try (var kit = new RoutingKit(
                "[{pattern: 'a.*', to: out-1, model: en-de}, {from: [a, c], to: out-2, model: en-fr}]")) {
            kit.send("a", "one");
            kit.send("c", "two");

            assertThat(kit.texts("out-1")).containsExactly("one [en>de]");
            assertThat(kit.texts("out-2")).containsExactly("one [en>fr]", "two [en>fr]");
        }
    }

    @Test
    void shouldChooseTheModelByTheLanguages() {
        try (var kit = new RoutingKit("[{from: in, to: out, source: en, target: fr}]")) {
            kit.send("in", "hello");

            assertThat(kit.texts("out")).containsExactly("hello [en>fr]");
        }
    }

    @Test
    void shouldWriteOneOutputForEachTarget() {
        try (var kit = new RoutingKit("[{from: in, to: '{topic}.{target}', source: en, target: [de, fr]}]")) {
            kit.send("in", "hello");

            assertThat(kit.texts("in.de")).containsExactly("hello [en>de]");
            assertThat(kit.texts("in.fr")).containsExactly("hello [en>fr]");
            assertThat(kit.counters.figures()).isEqualTo(new StreamCounters.Figures(2, 0, 0, 0));
        }
    }

    @Test
    void shouldTellTargetsInOneTopicApartByTheirHeaders() {
        try (var kit = new RoutingKit("[{from: in, to: out, source: en, target: [de, fr]}]")) {
            kit.send("in", "hello");

            assertThat(kit.read("out"))
                    .extracting(record -> header(record.headers(), ModelHeaders.MODEL) + " "
                            + header(record.headers(), ModelHeaders.SOURCE_LANGUAGE) + " "
                            + header(record.headers(), ModelHeaders.TARGET_LANGUAGE))
                    .containsExactly("en-de en de", "en-fr en fr");
        }
    }

    @Test
    void shouldDetectTheSourceWhereNothingNamesIt() {
        try (var kit = new RoutingKit("[{from: in, to: out, target: en}]")) {
            kit.send("in", "de hallo");
            kit.send("in", "pt-BR oi");

            assertThat(kit.texts("out")).containsExactly("de hallo [de>en]", "pt-BR oi [pt-BR>en]");
        }
    }

    @Test
    void shouldPassThroughWhatIsInItsTargetLanguage() {
        try (var kit = new RoutingKit("[{from: in, to: out, target: de}]")) {
            kit.send("in", "de hallo");

            var output = kit.read("out").get(0);
            assertThat(output.value()).isEqualTo(bytes("de hallo"));
            assertThat(header(output.headers(), ModelHeaders.SOURCE_LANGUAGE)).isEqualTo("de");
            assertThat(header(output.headers(), ModelHeaders.TARGET_LANGUAGE)).isEqualTo("de");
            assertThat(names(output.headers())).doesNotContain(ModelHeaders.MODEL, ModelHeaders.MODEL_VERSION);
            assertThat(kit.counters.figures()).isEqualTo(new StreamCounters.Figures(0, 1, 0, 0));
        }
    }

    @Test
    void shouldTakeAVariantOfTheTargetForTheTarget() {
        try (var kit = new RoutingKit(BY_HEADER)) {
            kit.send("in", "hallo", language("de-AT"), target("de"));

            assertThat(kit.texts("in.de")).containsExactly("hallo");
        }
    }

    @Test
    void shouldPassThroughWhatIsInNoLanguage() {
        try (var kit = new RoutingKit(DETECTING)) {
            kit.send("in", "4711");

            var output = kit.read("in.fr").get(0);
            assertThat(output.value()).isEqualTo(bytes("4711"));
            assertThat(header(output.headers(), ModelHeaders.SOURCE_LANGUAGE)).isEqualTo("und");
        }
    }

    @Test
    void shouldTakeTheLanguagesFromHeaders() {
        try (var kit = new RoutingKit(BY_HEADER)) {
            kit.send("in", "hallo", language("DE"), target("en"));

            assertThat(kit.texts("in.en")).containsExactly("hallo [de>en]");
        }
    }

    @Test
    void shouldTakeSeveralTargetsFromAHeader() {
        try (var kit = new RoutingKit(BY_HEADER)) {
            kit.send("in", "hello", target("de, fr,de"));

            assertThat(kit.texts("in.de")).containsExactly("hello [en>de]");
            assertThat(kit.texts("in.fr")).containsExactly("hello [en>fr]");
        }
    }

    @Test
    void shouldTakeTheRoutesLanguageWhereTheHeaderIsMissingOrBlank() {
        try (var kit = new RoutingKit(
                "[{from: in, to: out, source: en, source-header: lang, target: de, target-header: to}]")) {
            kit.send("in", "one");
            kit.send("in", "two", language(" "), target(""));

            assertThat(kit.texts("out")).containsExactly("one [en>de]", "two [en>de]");
        }
    }

    @Test
    void shouldUseTheModelOfALanguageForItsVariants() {
        try (var kit = new RoutingKit(BY_HEADER)) {
            kit.send("in", "hello", language("en-GB"), target("de-CH"));

            assertThat(kit.texts("in.de")).containsExactly("hello [en>de]");
        }
    }

    @Test
    void shouldTakeTheLanguagesFromFields() throws IOException {
        try (var kit = new RoutingKit(
                "[{from: in, to: out, format: avro, source-field: metadata.from," + " target-field: metadata.to}]")) {
            kit.send("in", request("hallo", Map.of("from", "de", "to", "en")));

            var translation = kit.read("out").get(0);
            assertThat(text(translation.value())).contains("hallo [de>en]");
            assertThat(header(translation.headers(), ModelHeaders.TARGET_LANGUAGE))
                    .isEqualTo("en");
        }
    }

    @Test
    void shouldTakeTheHeaderBeforeTheField() throws IOException {
        try (var kit = new RoutingKit(
                "[{from: in, to: out, format: avro, source: en, target-header: to," + " target-field: metadata.to}]")) {
            kit.send("in", request("hello", Map.of("to", "de")), target("fr"));

            assertThat(kit.texts("out")).singleElement().asString().contains("hello [en>fr]");
        }
    }

    private static Header language(String tag) {
        return new RecordHeader("lang", bytes(tag));
    }

    private static Header target(String tags) {
        return new RecordHeader("to", bytes(tags));
    }

    private static byte[] request(String text, Map<String, String> metadata) throws IOException {
        var buffer = TranslationRequest.getEncoder().encode(new TranslationRequest(text, metadata));
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
