package io.lingoduct.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.front.TextOptions;
import io.lingoduct.front.markup.TextMarkup;
import io.lingoduct.front.number.NumberStyle;
import io.lingoduct.front.span.KeepPatterns;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteConfigTest {

    @Test
    void shouldReadARouteByLanguage() {
        assertThat(
                        route(
                                "pattern: 'shop[.].*', to: '{topic}.{target}', source-header: lang, target: [DE, pt-br], target-header: to"))
                .isEqualTo(new RouteConfig(
                        "topic.target",
                        List.of(),
                        "shop[.].*",
                        new OutputTopic("{topic}.{target}"),
                        null,
                        new LanguagesConfig(null, "lang", null, List.of("de", "pt-BR"), "to", null),
                        Format.TEXT,
                        List.of(),
                        List.of()));
    }

    @Test
    void shouldReadAFixedPair() {
        var languages = route("from: a, to: b, source: en, target: de").languages();

        assertThat(languages).isEqualTo(LanguagesConfig.pair("en", "de"));
        assertThat(languages.detects()).isFalse();
    }

    @Test
    void shouldDetectTheSourceUnlessTold() {
        assertThat(route("from: a, to: b, target: de").languages().detects()).isTrue();
        assertThat(route("from: a, to: b, source: detect, target: de")
                        .languages()
                        .detects())
                .isTrue();
    }

    @Test
    void shouldReadFieldsInBothForms() {
        var route = route("from: a, to: b, model: m, format: avro, schemas: [x.avsc],"
                + " fields: [title, {path: body.text, add-as: body_de}]");

        assertThat(route.fields())
                .containsExactly(new FieldConfig("title", null), new FieldConfig("body.text", "body_de"));
        assertThat(route.schemas()).containsExactly(Path.of("x.avsc"));
    }

    @Test
    void shouldReadTheFieldsOfJson() {
        assertThat(route("from: a, to: b, model: m, format: json, fields: title")
                        .format())
                .isEqualTo(Format.JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "to: b, model: m                                           | routes[0].from",
                "from: a, pattern: a, to: b, model: m                      | routes[0].from",
                "from: [a, a], to: b, model: m                             | routes[0].from",
                "pattern: '(', to: b, model: m                             | routes[0].pattern",
                "pattern: 'a)(b', to: b, model: m                          | routes[0].pattern",
                "pattern: '\\Qa', to: b, model: m                          | routes[0].pattern",
                "pattern: '(a)\\1', to: b, model: m                        | routes[0].pattern",
                "from: a, to: '{topic}.{lang}', model: m                   | routes[0].to",
                "from: a, to: 'b c', model: m                              | routes[0].to",
                "from: a, to: b                                            | routes[0].target",
                "from: a, to: b, source: en                                | routes[0].target",
                "from: a, to: b, target: 'to german'                       | routes[0].target",
                "from: a, to: b, target: [de, DE]                          | routes[0].target",
                "from: a, to: b, source: '?', target: de                   | routes[0].source",
                "from: a, to: b, model: m, target: de                      | routes[0].target",
                "from: a, to: b, model: m, source-header: l                | routes[0].source-header",
                "from: a, to: b, source-field: l, target: de               | routes[0].source-field",
                "from: a, to: b, target-field: l                           | routes[0].target-field",
                "from: a, to: b, model: m, fields: [x]                     | routes[0].fields",
                "from: a, to: b, model: m, format: json                    | routes[0].fields",
                "from: a, to: b, model: m, format: json, fields: [{add-as: x}] | routes[0].fields[0].path",
                "from: a, to: b, model: m, format: json, fields: [x], schemas: y | routes[0].schemas",
                "from: a, to: '{topic}', model: m                          | routes[0].to",
                "from: a, to: dead, model: m                               | routes[0]",
                "from: [a, a.de], to: 'a.{target}', target: de             | routes[0].to",
                "from: [a, a.de], to: 'a.{target}', model: m               | routes[0].to",
                "pattern: a, to: 'dead', model: m                          | routes[0]",
                "from: a, to: b, model: m, keep: '[a'                      | routes[0].keep",
                "from: a, to: b, model: m, numbers: roman                  | routes[0].numbers",
                "from: a, to: b, model: m, markup: rtf                     | routes[0].markup",
                "from: a, to: b, model: m, format: json, fields: [{path: x, format: rtf}] | routes[0].fields[0].format",
                "from: a, to: b, model: m, min-quality: 1.5                | routes[0].min-quality",
                "from: a, to: b, model: m, below-quality: keep-source      | routes[0].below-quality",
                "from: a, to: b, model: m, min-quality: 0.5, below-quality: review | routes[0].review-topic",
                "from: a, to: b, model: m, min-quality: 0.5, review-topic: r | routes[0].review-topic",
                "from: a, to: b, model: m, min-quality: 0.5, below-quality: review, review-topic: 'r r' | routes[0].review-topic",
                "from: a, to: b, model: m, min-quality: 0.5, below-quality: review, review-topic: b | routes[0].review-topic",
                "from: a, to: b, model: m, min-quality: 0.5, below-quality: review, review-topic: a | routes[0].to",
                "from: a, to: b, model: m, min-quality: 0.5, below-quality: review, review-topic: dead | routes[0]",
                "from: a, to: b, model: m, quality-field: q                | routes[0].quality-field",
                "from: a, to: b, model: m, format: avro, quality-field: q  | routes[0].quality-field"
            })
    void shouldRefuse(String route, String key) {
        assertThat(faultyKeys(route)).containsExactly(key);
    }

    @Test
    void shouldNameThePatternThatIsNoRegularExpressionAndTheReason() {
        var fault = catchThrowableOfType(
                ConfigException.class, () -> read("[{from: a, to: b, model: m, keep: ['A[0-9]+', '(x']}]"));

        assertThat(fault).hasMessageContaining("serve.yaml").hasMessageContaining("routes[0].keep");
        assertThat(fault.faults())
                .containsExactly(new ConfigFault(
                        "routes[0].keep", "", "'(x' is no regular expression that RE2 knows: missing closing ): (x"));
    }

    @Test
    void shouldReadWhatARouteAsksOfItsTexts() {
        var route = route("from: a, to: b, model: m, format: json, fields: [x, {path: y, format: html}], keep: 'A+',"
                + " numbers: localize, markup: markdown, min-quality: 0.5, below-quality: review-only,"
                + " review-topic: r, quality-field: q");

        assertThat(route.texts())
                .isEqualTo(new TextOptions(TextMarkup.MARKDOWN, KeepPatterns.of(List.of("A+")), NumberStyle.LOCALIZE));
        assertThat(route.quality()).isEqualTo(new QualityConfig(0.5, BelowQuality.REVIEW_ONLY, "r", "q"));
        assertThat(route.fields())
                .containsExactly(new FieldConfig("x", null), new FieldConfig("y", null, TextMarkup.HTML));
    }

    @Test
    void shouldNameTheTagOfALanguageThatIsCalledByItsName() {
        var fault = catchThrowableOfType(
                ConfigException.class, () -> read("[{from: a, to: b, source: english, target: [fr, German]}]"));

        assertThat(fault.faults())
                .containsExactly(
                        new ConfigFault(
                                "routes[0].source", "english", "'english' is not a BCP 47 language tag: use en"),
                        new ConfigFault("routes[0].target", "", "'German' is not a BCP 47 language tag: use de"));
    }

    @Test
    void shouldAcceptAnOutputThatIsNoInputInAnotherLanguage() {
        assertThat(route("from: [a, a.de], to: 'a.{target}', target: fr").from())
                .hasSize(2);
    }

    @Test
    void shouldAcceptAPatternThatMatchesItsOutputs() {
        assertThat(route("pattern: '.*', to: '{topic}.de', model: m").pattern()).isEqualTo(".*");
    }

    @Test
    void shouldFindACircleOfATemplateAndANamedTopic() {
        assertThat(faults("[{from: a, to: '{topic}.{target}', target: de}, {from: a.de, to: a, model: m}]"))
                .containsExactly("routes[0].to", "routes[1].to");
    }

    @Test
    void shouldRefuseAPatternInAGroupThatTakesNone() {
        var fault = catchThrowableOfType(
                ConfigException.class,
                () -> ServeConfig.read(
                        ConfigReader.parse(
                                "serve.yaml",
                                """
                                application-id: shop
                                kafka: {bootstrap.servers: "b:1", group.protocol: STREAMS}
                                routes: [{from: a, to: b, model: m}, {pattern: "c.*", to: d, model: m}]
                                """)));

        assertThat(fault.faults()).extracting(ConfigFault::key).containsExactly("routes[1].pattern");
    }

    @Test
    void shouldMissModelsToChooseFrom() {
        var fault = catchThrowableOfType(
                ConfigException.class,
                () -> ServeConfig.read(ConfigReader.parse("serve.yaml", "routes: [{from: a, to: b, target: de}]")));

        assertThat(fault.faults()).extracting(ConfigFault::key).contains("models");
    }

    private static RouteConfig route(String keys) {
        return read("[{" + keys + "}]").routes().get(0);
    }

    private static List<String> faultyKeys(String keys) {
        return faults("[{" + keys + "}]");
    }

    private static List<String> faults(String routes) {
        return catchThrowableOfType(ConfigException.class, () -> read(routes)).faults().stream()
                .map(ConfigFault::key)
                .toList();
    }

    private static ServeConfig read(String routes) {
        return ServeConfig.read(ConfigReader.parse(
                "serve.yaml",
                """
                        application-id: shop
                        dead-letters: dead
                        kafka: {bootstrap.servers: "b:1"}
                        models: models
                        routes: %s
                        """
                        .formatted(routes)));
    }
}
