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

    private int check(String yaml) throws IOException {
        return run(
                "--check", Files.writeString(folder.resolve("serve.yaml"), yaml).toString());
    }

    private int run(String... arguments) {
        return Main.withFaultReports(new CommandLine(new ConfigCommand()))
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }
}
