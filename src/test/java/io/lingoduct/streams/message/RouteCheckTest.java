package io.lingoduct.streams.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.config.ConfigFault;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.route.RoutingKit;
import java.util.List;
import org.junit.jupiter.api.Test;

class RouteCheckTest {

    private static final ModelInfo EN_DE = new ModelInfo("en-de", "1", "en", "de", 100, 4);
    private static final ModelInfo TLH_EN = new ModelInfo("tlh-en", "1", "tlh", "en", 100, 4);

    @Test
    void shouldFindNothingWrongWithRoutesThatModelsServe() {
        var config = RoutingKit.config("[{from: a, to: b, source: en, target: de}, {from: a, to: c, target: de}]");

        assertThat(RouteCheck.languages(config, List.of(EN_DE), FirstWordDetector::new))
                .isEmpty();
        assertThat(RouteCheck.formats(config)).isEmpty();
    }

    @Test
    void shouldReportEveryRouteWhoseLanguagesCannotBeServed() {
        var config = RoutingKit.config("[{from: a, to: b, source: en, target: fr}, {from: a, to: c, model: m},"
                + " {from: a, to: d, target: en}]");

        assertThat(RouteCheck.languages(config, List.of(EN_DE, TLH_EN), FirstWordDetector::new))
                .extracting(ConfigFault::toString)
                .satisfiesExactly(
                        fault -> assertThat(fault)
                                .startsWith("routes[0]: no model translates into fr; loaded are: en to"),
                        fault -> assertThat(fault).startsWith("routes[2]: cannot tell tlh from other languages"));
    }

    @Test
    void shouldReportTwoModelsForOnePair() {
        var config = RoutingKit.config("[{from: a, to: b, source: en, target: de}]");

        assertThat(RouteCheck.languages(config, List.of(EN_DE, EN_DE), FirstWordDetector::new))
                .singleElement()
                .asString()
                .startsWith("models: both en-de and en-de translate en to de");
    }

    @Test
    void shouldReportTheFieldsOfEveryRoute() {
        var config = RoutingKit.config("[{from: a, to: b, model: m, format: json, fields: ['a..b']},"
                + " {from: c, to: d, format: json, fields: [x], source-field: 'l[', target: de}]");

        assertThat(RouteCheck.formats(config))
                .extracting(ConfigFault::key)
                .containsExactly("routes[0].fields", "routes[1].source-field or target-field");
    }

    @Test
    void shouldReportLanguageFieldsOfWhichOneLeadsIntoTheOther() {
        var config = RoutingKit.config(
                "[{from: a, to: b, format: json, fields: [x], source-field: meta.lang, target-field: meta.lang.to}]");

        assertThat(RouteCheck.formats(config))
                .extracting(ConfigFault::key)
                .containsExactly("routes[0].source-field or target-field");
    }

    @Test
    void shouldTakeTheMetadataOfRequestsByTheirWholeNames() {
        var config = RoutingKit.config(
                "[{from: a, to: b, format: avro, source-field: metadata.lang, target-field: metadata.lang.to}]");

        assertThat(RouteCheck.formats(config)).isEmpty();
    }

    @Test
    void shouldReportAStoreOfCertificatesThatIsNotThere() {
        var config = ServeConfig.read(
                ConfigReader.parse(
                        "test",
                        """
                        application-id: test
                        kafka: {bootstrap.servers: "unused:1"}
                        registry: {url: "https://registry", truststore: no-such-store}
                        routes: [{from: a, to: b, model: m, format: avro}]
                        """));

        assertThat(RouteCheck.formats(config))
                .singleElement()
                .asString()
                .startsWith("registry: ")
                .contains("no-such-store");
    }
}
