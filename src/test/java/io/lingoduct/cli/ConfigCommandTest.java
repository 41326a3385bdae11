package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.model.TestBundles;
import io.lingoduct.model.bundle.ModelBundle;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ConfigCommandTest {

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldExplainEveryKey() {
        assertThat(run("--explain")).isZero();
        assertThat(out.toString())
                .contains(
                        "guarantee: exactly-once or at-least-once; default exactly-once\n    What holds",
                        "routes[].pattern: ",
                        "registry.url: ",
                        "${file:PATH}");
    }

    @Test
    void shouldShowTheConfigurationInForceWithoutSecrets() throws IOException {
        Files.writeString(folder.resolve("password"), "s3cret\n");

        assertThat(
                        check(
                                """
                        application-id: shop
                        kafka: {bootstrap.servers: "b:1", ssl.key.password: "${file:password}"}
                        routes: [{from: a, to: b, model: m}]
                        """))
                .isZero();
        assertThat(out.toString())
                .contains("guarantee: exactly-once", "linger-ms: 5", "ssl.key.password: '********'")
                .doesNotContain("s3cret");
        assertThat(err.toString()).isEmpty();
    }

    @Test
    void shouldReportAllFaultsAtOnce() throws IOException {
        assertThat(
                        check(
                                """
                        kafka: {bootstrap.servers: "${ENV:LINGODUCT_TEST_NOT_SET}"}
                        guarantee: maybe
                        colour: red
                        routes: [{pattern: "(", to: b, model: m}]
                        """))
                .isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .anySatisfy(line -> assertThat(line)
                        .endsWith("kafka.bootstrap.servers = ${ENV:LINGODUCT_TEST_NOT_SET}: the environment variable"
                                + " LINGODUCT_TEST_NOT_SET is not set"))
                .anySatisfy(line -> assertThat(line).contains("application-id: missing"))
                .anySatisfy(line -> assertThat(line).contains("guarantee = maybe: expected exactly-once or"))
                .anySatisfy(line -> assertThat(line).contains("routes[0].pattern = (: not a regular expression"))
                .anySatisfy(line -> assertThat(line).contains("colour: unknown key; known here: application-id"))
                .hasSize(5);
    }

    @Test
    void shouldAskWhatToDo() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("--explain", "--check");
    }

    @Test
    void shouldAcceptWhatServeWouldLoad() throws IOException {
        var bundle = TestBundles.withBeam().write(folder.resolve("models/en-en"));

        assertThat(checkAll(
                        """
                        application-id: shop
                        models: %s
                        kafka: {bootstrap.servers: "b:1"}
                        engine: {beam-size: 4, model-memory-mb: 1000}
                        routes:
                          - {from: a, to: b, model: %s, format: json, fields: ['items[].name']}
                          - {from: c, to: d, source: %s, target: %s}
                        """
                                .formatted(
                                        folder.resolve("models"),
                                        bundle,
                                        ModelBundle.open(bundle).info().sourceLanguage(),
                                        ModelBundle.open(bundle).info().targetLanguage())))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("application-id: shop");
    }

    @Test
    void shouldReportFaultsOfModelsFieldsAndSchemasAtOnce() throws IOException {
        var changed = TestBundles.greedy().write(folder.resolve("changed"));
        Files.writeString(changed.resolve(TestBundles.GRAPH), "changed");
        var good = TestBundles.greedy().write(folder.resolve("good"));
        Files.createDirectories(folder.resolve("empty"));
        Files.writeString(
                folder.resolve("s.avsc"),
                "{\"type\":\"record\",\"name\":\"Book\",\"fields\":[{\"name\":\"title\",\"type\":\"string\"}]}");

        assertThat(checkAll(
                        """
                        application-id: shop
                        models: [%1$s/empty, %1$s/none]
                        kafka: {bootstrap.servers: "b:1"}
                        engine: {beam-size: 3, model-memory-mb: 1}
                        routes:
                          - {from: a, to: b, model: %1$s/changed}
                          - {from: c, to: d, model: %1$s/nowhere, format: json, fields: ['a..b']}
                          - {from: e, to: f, model: %2$s, format: avro, fields: [titel], schemas: %1$s/s.avsc}
                          - {from: g, to: h, source: en, target: de}
                        """
                                .formatted(folder, good)))
                .isEqualTo(2);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString().lines())
                .anySatisfy(
                        line -> assertThat(line).contains("routes[0].model: ", TestBundles.GRAPH + ": its SHA-256 is"))
                .anySatisfy(line -> assertThat(line).contains("routes[1].model: ", "nowhere: there is no such folder"))
                .anySatisfy(line -> assertThat(line).contains("models: ", "empty: neither is a model bundle nor"))
                .anySatisfy(line -> assertThat(line).contains("models: ", "none: there is no such folder"))
                .anySatisfy(line -> assertThat(line).contains("engine.beam-size = 3: the model", "accepts at most 1"))
                .anySatisfy(line -> assertThat(line).contains("engine.model-memory-mb = 1: the models take about"))
                .anySatisfy(
                        line -> assertThat(line).contains("routes[1].fields: a name is missing: 'a..b', character 3"))
                .anySatisfy(
                        line -> assertThat(line).contains("routes[2].fields: titel: leads to a text in none of Book"))
                .hasSize(8);
    }

    @Test
    void shouldSayWhichLanguagesNoModelTranslates() throws IOException {
        TestBundles.greedy().write(folder.resolve("models/one"));

        assertThat(checkAll(
                        """
                        application-id: shop
                        models: %s/models
                        kafka: {bootstrap.servers: "b:1"}
                        routes: [{from: a, to: b, source: en, target: fr}, {from: a, to: c, source: fr, target: ja}]
                        """
                                .formatted(folder)))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .anySatisfy(line -> assertThat(line).contains("routes[0]: no model translates into fr"))
                .anySatisfy(line -> assertThat(line).contains("routes[1]: no model translates into ja"))
                .hasSize(2);
    }

    @Test
    void shouldLookAtTheFileOnlyWhenToldSo() throws IOException {
        var yaml =
                """
                application-id: shop
                kafka: {bootstrap.servers: "b:1"}
                routes: [{from: a, to: b, model: no-such-model}]
                """;

        assertThat(checkAll(yaml)).isEqualTo(2);
        assertThat(check(yaml)).isZero();
    }

    @Test
    void shouldRefuseOfflineWithoutAFile() {
        assertThat(run("--offline")).isEqualTo(2);
        assertThat(err.toString()).contains("--check").hasLineCount(1);
    }

    private int checkAll(String yaml) throws IOException {
        return run(
                "--check", Files.writeString(folder.resolve("serve.yaml"), yaml).toString());
    }

    private int check(String yaml) throws IOException {
        return run(
                "--offline",
                "--check",
                Files.writeString(folder.resolve("serve.yaml"), yaml).toString());
    }

    private int run(String... arguments) {
        return Main.withFaultReports(new CommandLine(new ConfigCommand()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
