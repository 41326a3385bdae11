package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServeCommandTest {

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void shouldReportEveryFaultOfTheFileInALineOfItsOwn(@TempDir Path folder) throws IOException {
        var file = Files.writeString(folder.resolve("serve.yaml"), "guarantee: maybe\nroutes: []\n");

        assertThat(run("--config", file.toString())).isEqualTo(2);
        assertThat(err.toString().lines())
                .anySatisfy(line -> assertThat(line).contains("application-id: missing"))
                .anySatisfy(line -> assertThat(line).contains("guarantee = maybe"))
                .anySatisfy(line -> assertThat(line).contains("kafka.bootstrap.servers: missing"))
                .anySatisfy(line -> assertThat(line).contains("routes: missing"))
                .hasSize(4);
    }

    @Test
    void shouldNameAFileThatDoesNotExist() {
        assertThat(run("--config", "no-such.yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("no-such.yaml: no such file");
    }

    @Test
    void shouldCheckOptionsAsTheKeysOfAFile() {
        assertThat(run(
                        "--bootstrap-servers=b:1",
                        "--from=a",
                        "--to=a",
                        "--model=m",
                        "--format=xml",
                        "--threads=0",
                        "--application-id=x"))
                .isEqualTo(2);
        assertThat(err.toString().lines())
                .anySatisfy(line -> assertThat(line).contains("routes[0].format = xml: expected text or json or avro"))
                .anySatisfy(line -> assertThat(line).contains("routes[0].to: the messages would come back"))
                .anySatisfy(line -> assertThat(line).contains("engine.threads = 0"))
                .hasSize(3);
    }

    @Test
    void shouldOfferNoFormatThatNeedsAFile() {
        assertThat(run("--help")).isZero();

        assertThat(out.toString()).containsPattern("text or\\s+avro").doesNotContain("json");
    }

    @Test
    void shouldRefuseAModelThatDoesNotExistBeforeItConnects() {
        assertThat(run("--bootstrap-servers=127.0.0.1:9", "--from=a", "--to=b", "--model=no-such-model"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("no-such-model: there is no such folder");
    }

    @Test
    void shouldAskForAConfigurationOrARoute() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("--config");
    }

    @Test
    void shouldRefuseAFileTogetherWithARoute() {
        assertThat(run("--config=f", "--bootstrap-servers=b:1", "--from=a", "--to=b", "--model=m"))
                .isEqualTo(2);
        assertThat(err.toString())
                .contains("--config and --bootstrap-servers, --from, --to, --model exclude each other")
                .hasLineCount(1);
    }

    @Test
    void shouldRefuseAFileTogetherWithPartsOfARoute() {
        assertThat(run("--config=f", "--from=a")).isEqualTo(2);
        assertThat(err.toString())
                .isEqualToIgnoringNewLines("serve: --config and --from exclude each other: either the file says what to"
                        + " translate, or the options do; see serve --help");
    }

    @Test
    void shouldReportFaultsOfAllFieldsBeforeItLoadsAModel(@TempDir Path folder) throws IOException {
        var file = Files.writeString(
                folder.resolve("serve.yaml"),
                """
                application-id: shop
                kafka: {bootstrap.servers: "b:1"}
                routes:
                  - {from: a, to: b, model: no-such-model, format: json, fields: ['a..b']}
                  - {from: c, to: d, model: no-such-model, format: json, fields: ['a]']}
                """);

        assertThat(run("--config", file.toString())).isEqualTo(2);
        assertThat(err.toString().lines())
                .anySatisfy(line -> assertThat(line).contains("serve.yaml: routes[0].fields: a name is missing"))
                .anySatisfy(line -> assertThat(line).contains("serve.yaml: routes[1].fields: ] without ["))
                .hasSize(2);
    }

    @Test
    void shouldNameWhatARouteLacks() {
        assertThat(run("--from=a", "--to=b")).isEqualTo(2);
        assertThat(err.toString())
                .startsWith("serve: missing --bootstrap-servers, --model: ")
                .hasLineCount(1);
    }

    @Test
    void shouldRefuseTwoFiles() {
        assertThat(run("--config=a", "--config=b")).isEqualTo(2);
        assertThat(err.toString())
                .contains("'--config' (FILE) should be specified only once")
                .hasLineCount(1);
    }

    @Test
    void shouldListTheKeysOfTheConfiguration() {
        assertThat(run("--config-help")).isZero();
        assertThat(out.toString()).contains("application-id: ", "engine.batch-tokens: ", "routes[].model: ");
    }

    private int run(String... arguments) {
        return Main.withFaultReports(new CommandLine(new ServeCommand()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
