package io.lingoduct.streams.route;

import static io.lingoduct.streams.route.TopologyKit.bytes;
import static io.lingoduct.streams.route.TopologyKit.header;
import static io.lingoduct.streams.route.TopologyKit.names;
import static io.lingoduct.streams.route.TopologyKit.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lingoduct.engine.SourceText;
import io.lingoduct.front.markup.TextMarkup;
import io.lingoduct.front.number.NumberStyle;
import io.lingoduct.streams.message.ModelHeaders;
import io.lingoduct.streams.status.QualityCounters;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.junit.jupiter.api.Test;

/** What routes ask of their texts and translations, from the configuration to the records. */
class QualityRoutingTest {

    private static final String TEXTS = "{from: in, to: out, model: graded";
    private static final String RECORDS = "{from: in, to: out, model: graded, format: json, fields: [title, body]";

    @Test
    void shouldNameTheQualityOfTheWorstTextInAHeader() {
        try (var kit = new RoutingKit("[" + RECORDS + "}]")) {
            kit.send("in", "{\"title\":\"good\",\"body\":\"poor\"}");
            kit.send("in", "{\"title\":\"good\",\"body\":\"strange\"}");

            assertThat(kit.read("out"))
                    .extracting(record -> header(record.headers(), ModelHeaders.QUALITY))
                    .containsExactly("0.29", "0.87");
        }
    }

    @Test
    void shouldNameNoQualityWhereNothingIsKnown() {
        try (var kit = new RoutingKit("[" + TEXTS + "}]")) {
            kit.send("in", "strange", new RecordHeader(ModelHeaders.QUALITY, bytes("0.99")));

            assertThat(names(kit.read("out").get(0).headers())).doesNotContain(ModelHeaders.QUALITY);
        }
    }

    @Test
    void shouldTakeAwayWhatAnEarlierTranslationSaidOfItsQuality() {
        try (var kit = new RoutingKit("[" + TEXTS + "}]")) {
            kit.send(
                    "in",
                    "good",
                    new RecordHeader(ModelHeaders.QUALITY, bytes("0.10")),
                    new RecordHeader(ModelHeaders.UNTRANSLATED, bytes("low-quality")));

            var headers = kit.read("out").get(0).headers();
            assertThat(headers.headers(ModelHeaders.QUALITY)).hasSize(1);
            assertThat(header(headers, ModelHeaders.QUALITY)).isEqualTo("0.87");
            assertThat(names(headers)).doesNotContain(ModelHeaders.UNTRANSLATED);
        }
    }

    @Test
    void shouldOnlyCountWhatIsBelowTheMinimumUnlessTold() {
        try (var kit = new RoutingKit("[" + TEXTS + ", min-quality: 0.3}]")) {
            kit.send("in", "poor");
            kit.send("in", "good");

            assertThat(kit.texts("out")).containsExactly("POOR", "GOOD");
            assertThat(kit.counters.figures().quality()).isEqualTo(new QualityCounters.Figures(1, 0, 0));
            assertThat(kit.progress.quality().figures()).isEqualTo(new QualityCounters.Figures(1, 0, 0));
        }
    }

    @Test
    void shouldNotTakeWhatIsAtTheMinimumForLess() {
        try (var kit = new RoutingKit("[" + TEXTS + ", min-quality: 0.29, below-quality: keep-source}]")) {
            kit.send("in", "poor");

            assertThat(kit.texts("out")).containsExactly("POOR");
        }
    }

    @Test
    void shouldKeepTheSourceOfPoorTextsOnly() {
        try (var kit = new RoutingKit("[" + RECORDS + ", min-quality: 0.3, below-quality: keep-source}]")) {
            kit.send("in", "{\"title\":\"good\",\"body\":\"poor\"}");

            var record = kit.read("out").get(0);
            assertThat(text(record.value())).isEqualTo("{\"title\":\"GOOD\",\"body\":\"poor\"}");
            assertThat(header(record.headers(), ModelHeaders.UNTRANSLATED)).isEqualTo("low-quality");
            assertThat(header(record.headers(), ModelHeaders.QUALITY)).isEqualTo("0.29");
            assertThat(kit.counters.figures().quality()).isEqualTo(new QualityCounters.Figures(1, 1, 0));
        }
    }

    @Test
    void shouldPutPoorTextsBeforeAReviewerBesideTheOutput() throws Exception {
        try (var kit =
                new RoutingKit("[" + RECORDS + ", min-quality: 0.3, below-quality: review, review-topic: check}]")) {
            kit.send("in", "{\"title\":\"good\",\"body\":\"good\"}");
            kit.send("in", "{\"title\":\"good\",\"body\":\"poor\"}", new RecordHeader("trace", bytes("17")));

            assertThat(kit.read("out")).hasSize(2);
            var reviews = kit.read("check");
            assertThat(reviews).hasSize(1);
            assertThat(text(reviews.get(0).key())).isEqualTo("key");
            assertThat(header(reviews.get(0).headers(), "trace")).isEqualTo("17");
            assertThat(header(reviews.get(0).headers(), ModelHeaders.QUALITY)).isEqualTo("0.29");
            assertThat(new JsonMapper().readTree(reviews.get(0).value()))
                    .isEqualTo(
                            new JsonMapper()
                                    .readTree(
                                            """
                    {"topic":"in","partition":0,"offset":1,"source_language":"en","target_language":"de",
                     "model":"upper-case","model_version":"1","quality":0.29,
                     "texts":[{"field":"body","source":"poor","translation":"POOR","quality":0.29,
                               "concerns":["loop","lost-number"]}]}
                    """));
            assertThat(kit.counters.figures().quality()).isEqualTo(new QualityCounters.Figures(1, 0, 1));
        }
    }

    @Test
    void shouldPutPoorMessagesBeforeAReviewerInsteadOfTheOutput() {
        try (var kit =
                new RoutingKit("[" + TEXTS + ", min-quality: 0.3, below-quality: review-only, review-topic: check}]")) {
            kit.send("in", "poor");
            kit.send("in", "good");

            assertThat(kit.texts("out")).containsExactly("GOOD");
            assertThat(kit.texts("check")).singleElement().asString().contains("\"source\":\"poor\"");
        }
    }

    @Test
    void shouldLeaveTheTextsOutWhereTheReviewTopicDoesNotTakeThem() {
        try (var kit =
                new RoutingKit("[" + TEXTS + ", min-quality: 0.3, below-quality: review, review-topic: check}]")) {
            kit.send("in", "poor ".repeat(1_500));

            assertThat(kit.read("out")).hasSize(1);
            assertThat(kit.texts("check"))
                    .singleElement()
                    .asString()
                    .contains("\"omitted_texts\":1", "\"offset\":0")
                    .doesNotContain("poor");
        }
    }

    @Test
    void shouldPutTheEstimateIntoAField() {
        try (var kit = new RoutingKit("[" + RECORDS + ", quality-field: score}]")) {
            kit.send("in", "{\"title\":\"poor\"}");
            kit.send("in", "{\"score\":[1],\"title\":\"strange\"}");

            assertThat(kit.texts("out"))
                    .containsExactly("{\"title\":\"POOR\",\"score\":0.29}", "{\"score\":null,\"title\":\"STRANGE\"}");
        }
    }

    @Test
    void shouldTellTheModelWhatTheRouteSaysOfEachField() {
        try (var kit =
                new RoutingKit("[{from: in, to: out, model: graded, format: json, numbers: localize, keep: ['X[0-9]+'],"
                        + " fields: [title, {path: 'c[].body', format: html}]}]")) {
            kit.send("in", "{\"title\":\"good\",\"c\":[{\"body\":\"good\"}]}");

            assertThat(kit.graded.asked)
                    .extracting(asked -> asked.options().markup())
                    .containsExactly(TextMarkup.TEXT, TextMarkup.HTML);
            assertThat(kit.graded.asked).extracting(SourceText::options).allSatisfy(options -> {
                assertThat(options.numbers()).isEqualTo(NumberStyle.LOCALIZE);
                assertThat(options.keep().expressions()).containsExactly("X[0-9]+");
            });
        }
    }

    @Test
    void shouldTakeTheMarkupOfTheRouteForAllTexts() {
        try (var kit = new RoutingKit("[" + TEXTS + ", markup: markdown}]")) {
            kit.send("in", "good");

            assertThat(kit.graded.asked.get(0).options().markup()).isEqualTo(TextMarkup.MARKDOWN);
        }
    }
}
