package io.lingoduct.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.engine.EngineOptions;
import io.lingoduct.model.Device;
import io.lingoduct.model.SearchOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ServeConfigTest {

    private static final String SMALLEST =
            """
            application-id: shop
            kafka: {bootstrap.servers: "broker:9092"}
            routes: [{from: reviews, to: reviews.de, model: models/en-de}]
            """;

    @Test
    void shouldFillInDefaults() {
        var config = read(SMALLEST);

        assertThat(config.guarantee()).isEqualTo(Guarantee.EXACTLY_ONCE);
        assertThat(config.deadLetters()).isEqualTo("shop.dead-letters");
        assertThat(config.routes())
                .containsExactly(
                        new RouteConfig(List.of("reviews"), "reviews.de", Path.of("models/en-de"), Format.TEXT));
    }

    @Test
    void shouldReadEverything() {
        var config = read(
                """
                application-id: shop
                guarantee: at-least-once
                dead-letters: lost
                model-watch-seconds: 30
                admin-port: 8081
                admin-address: 0.0.0.0
                kafka: {bootstrap.servers: "broker:9092", num.stream.threads: 3}
                engine: {batch-tokens: 512, linger-ms: 1, queue-capacity: 9, segment-timeout-ms: 700, cache-segments: 80,
                  threads: 2, beam-size: 4, length-penalty: 0.6, coverage-penalty: 0.3, no-repeat-ngram: 4, shortlist: false,
                  device: "cuda:1", model-memory-mb: 600, max-text-bytes: 70, message-work-seconds: 8}
                routes:
                  - {from: [a, b], to: c, model: m, format: avro}
                """);

        assertThat(config)
                .isEqualTo(new ServeConfig(
                        "shop",
                        Map.of("bootstrap.servers", "broker:9092", "num.stream.threads", "3"),
                        Guarantee.AT_LEAST_ONCE,
                        config.engine(),
                        List.of(),
                        List.of(new RouteConfig(List.of("a", "b"), "c", Path.of("m"), Format.AVRO)),
                        "lost",
                        false,
                        new OperationsConfig(30, 8081, "0.0.0.0"),
                        null));
        assertThat(config.engine().options(SearchOptions.GREEDY))
                .isEqualTo(EngineOptions.defaults()
                        .withBatchTokens(512)
                        .withLinger(Duration.ofMillis(1))
                        .withQueueCapacity(9)
                        .withSegmentTimeout(Duration.ofMillis(700))
                        .withCacheSegments(80)
                        .withParallelRuns(2)
                        .withMaxTextBytes(70)
                        .withMessageWork(Duration.ofSeconds(8))
                        .withFront(true)
                        .withSearch(new SearchOptions(4, 0.6f, 0.3f, 4, false, false)));
        assertThat(config.engine().device()).isEqualTo(Device.parse("cuda:1"));
        assertThat(config.engine().modelMemoryMb()).isEqualTo(600);
    }

    @Test
    void shouldSearchAsTheBundleSaysUnlessTold() {
        var ofBundle = new SearchOptions(7, 0.3f).withScores(false);

        assertThat(read(SMALLEST).engine().search(ofBundle)).isEqualTo(ofBundle);
        assertThat(read(SMALLEST + "engine: {length-penalty: 1}\n").engine().search(ofBundle))
                .isEqualTo(ofBundle.withLengthPenalty(1));
    }

    @Test
    void shouldWatchTheModelsAndStartNoAdminServerUnlessTold() {
        assertThat(read(SMALLEST).operations()).isEqualTo(new OperationsConfig(5, null, "127.0.0.1"));
    }

    @Test
    void shouldNeitherTimeOutNorCacheNorLimitMemoryUnlessTold() {
        var engine = read(SMALLEST).engine();

        assertThat(engine.options().segmentTimeout()).isZero();
        assertThat(engine.options().cacheSegments()).isZero();
        assertThat(engine.modelMemoryMb()).isNull();
    }

    @Test
    void shouldLimitWhatAMessageMayCostUnlessTold() {
        assertThat(read(SMALLEST).engine().options().maxTextBytes()).isEqualTo(1_048_576);
        assertThat(read(SMALLEST).engine().options().messageWork()).hasSeconds(300);
        assertThat(faultyKeys(SMALLEST + "engine: {max-text-bytes: -1, message-work-seconds: 3601}\n"))
                .containsExactlyInAnyOrder("engine.max-text-bytes", "engine.message-work-seconds");
    }

    @Test
    void shouldRefuseASearchThatCannotBe() {
        assertThat(faultyKeys(SMALLEST + "engine: {no-repeat-ngram: 1, device: tpu, coverage-penalty: 11}\n"))
                .containsExactlyInAnyOrder("engine.no-repeat-ngram", "engine.device", "engine.coverage-penalty");
    }

    @Test
    void shouldReportWhatIsMissing() {
        assertThat(faultyKeys("engine: {}"))
                .containsExactlyInAnyOrder("application-id", "kafka.bootstrap.servers", "routes");
    }

    @Test
    void shouldReportFaultsOfAllSections() {
        assertThat(
                        faultyKeys(
                                """
                        application-id: my shop
                        guarantee: perhaps
                        kafka: {bootstrap.servers: "b:1", processing.guarantee: exactly_once, max.task.idle.ms: 0}
                        engine: {threads: -1, batch-size: 3}
                        routes: [{from: "a b", to: c, model: m, format: xml}]
                        """))
                .containsExactlyInAnyOrder(
                        "application-id",
                        "guarantee",
                        "kafka.processing.guarantee",
                        "kafka.max.task.idle.ms",
                        "engine.threads",
                        "engine.batch-size",
                        "routes[0].from",
                        "routes[0].format");
    }

    @Test
    void shouldRefuseAKafkaSettingThatIsNearlyOne() {
        assertThat(faults(SMALLEST.replace("{boot", "{sesion.timeout.ms: 100, my.reporter.url: u, boot")))
                .containsExactly(new ConfigFault(
                        "kafka.sesion.timeout.ms", "", "Kafka has no such setting; session.timeout.ms is one"));
    }

    @Test
    void shouldHandOnKafkaSettingsAsTheyStand() {
        var config = read(SMALLEST.replace("{boot", "{retries: 0755, client.id: 1.10, client.rack: no, boot"));

        assertThat(config.kafka())
                .containsEntry("retries", "0755")
                .containsEntry("client.id", "1.10")
                .containsEntry("client.rack", "no");
    }

    @Test
    void shouldAcceptQuotedNumbers() {
        var config =
                read(SMALLEST + "admin-port: \"8081\"\nmodel-watch-seconds: '7'\nengine: {length-penalty: '0.5'}\n");

        assertThat(config.operations()).isEqualTo(new OperationsConfig(7, 8081, "127.0.0.1"));
        assertThat(config.engine().search().find(SearchOptions.LENGTH_PENALTY)).contains(0.5);
    }

    @Test
    void shouldNameTheKeyThatWasMeant() {
        assertThat(faults(SMALLEST + "admin-prot: 8081\n"))
                .singleElement()
                .asString()
                .startsWith("admin-prot: unknown key; is admin-port meant? known here: application-id, ");
    }

    @Test
    void shouldRefuseARouteIntoItsOwnInput() {
        assertThat(faultyKeys(SMALLEST.replace("to: reviews.de", "to: reviews")))
                .containsExactly("routes[0].to");
    }

    @Test
    void shouldRefuseRoutesInACircle() {
        assertThat(
                        faultyKeys(
                                """
                        application-id: shop
                        kafka: {bootstrap.servers: "b:1"}
                        routes: [{from: a, to: b, model: m}, {from: b, to: a, model: n}]
                        """))
                .containsExactly("routes[0].to", "routes[1].to");
    }

    @Test
    void shouldAcceptAChainOfRoutes() {
        assertThat(
                        read("""
                        application-id: shop
                        kafka: {bootstrap.servers: "b:1"}
                        routes: [{from: a, to: b, model: m}, {from: b, to: c, model: n}]
                        """)
                                .routes())
                .hasSize(2);
    }

    @Test
    void shouldRefuseToTranslateDeadLetters() {
        assertThat(faultyKeys(SMALLEST + "dead-letters: reviews")).containsExactly("routes[0]");
    }

    @Test
    void shouldMaskSecretsWhenShown() {
        var config = read(SMALLEST.replace("{boot", "{sasl.jaas.config: hunter2, boot"));

        assertThat(config.toString()).doesNotContain("hunter2").contains("broker:9092");
    }

    @Test
    void shouldDescribeEveryKey() {
        assertThat(ServeConfig.reference())
                .contains("guarantee: exactly-once or at-least-once; default exactly-once")
                .contains("engine.segment-timeout-ms: a whole number from 0 to 3600000; default 0")
                .contains("engine.cache-segments: a whole number from 0 to 10000000; default 0")
                .contains("engine.model-memory-mb: a whole number from 1 to 10000000; default no limit")
                .contains("engine.threads: a whole number from 1 to 1024; default all processors")
                .contains("routes[].to: text that is not blank; required")
                .contains("registry.bearer-token: ")
                .contains("routes[].fields[].add-as: ")
                .contains("models: ");
    }

    private static ServeConfig read(String yaml) {
        return ServeConfig.read(ConfigReader.parse("serve.yaml", yaml));
    }

    private static List<String> faultyKeys(String yaml) {
        return faults(yaml).stream().map(ConfigFault::key).toList();
    }

    private static List<ConfigFault> faults(String yaml) {
        return catchThrowableOfType(ConfigException.class, () -> read(yaml)).faults();
    }
}
