package io.lingoduct.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.config.ConfigReader;
import io.lingoduct.config.Secrets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class EffectiveConfigTest {

    private static final String EVERYTHING =
            """
            application-id: shop
            guarantee: at-least-once
            models: [models/en-de, more]
            kafka: {bootstrap.servers: "b:1", sasl.jaas.config: "user ${ENV:PASSWORD}", num.stream.threads: 3}
            engine: {threads: 2, beam-size: 4, length-penalty: 0.6, max-text-bytes: 9, message-work-seconds: 7}
            registry: {url: "http://r", username: anna, password: "${ENV:PASSWORD}"}
            routes:
              - {from: [a, b], to: c, model: m, format: avro, fields: [x, {path: y.z, add-as: z_de}], schemas: s.avsc}
              - {from: e, to: f, model: m, format: json, fields: [x, {path: y, format: html}], keep: ["[A-Z]+", "#"],
                 numbers: localize, markup: markdown, min-quality: 0.5, below-quality: review, review-topic: r, quality-field: q}
              - {pattern: "d.*", to: "{topic}.{target}", source-header: l, target: [de, "no"], target-header: t}
            """;

    @Test
    void shouldReadBackAsTheSameConfiguration() {
        var config = read(EVERYTHING.replace("${ENV:PASSWORD}", Secrets.MASK).replace("user ", ""));

        assertThat(read(config.yaml())).isEqualTo(config);
    }

    @Test
    void shouldMaskSecrets() {
        assertThat(read(EVERYTHING).yaml())
                .doesNotContain("s3cret")
                .contains("sasl.jaas.config: '" + Secrets.MASK + "'")
                .contains("password: '" + Secrets.MASK + "'")
                .contains("username: anna");
    }

    @Test
    void shouldMaskSecretsOfPlugInsAndWithinValues() {
        var config = read(EVERYTHING
                .replace("{boot", "{aws.secretKey: hunter2, reporter.url: 'https://h?token=hunter2', boot")
                .replace("http://r", "http://r/token=hunter2"));

        assertThat(config.yaml()).doesNotContain("hunter2").contains("https://h?token=" + Secrets.MASK);
        assertThat(config.toString()).doesNotContain("hunter2");
    }

    /** Whatever text a setting has, the printed configuration is a file that says the same. */
    @Property(tries = 2000, seed = "20260101")
    void shouldWriteAnyTextSoThatItReadsBack(@ForAll("texts") String text) {
        var settings = Map.of(
                "application-id",
                "a",
                "kafka",
                Map.of("bootstrap.servers", "b:1", "x", text),
                "routes",
                List.of(Map.of("from", "a", "to", "b", "model", "m")));
        var config = ServeConfig.read(ConfigReader.of("test", settings));

        assertThat(read(config.yaml())).isEqualTo(config);
    }

    @Provide
    Arbitrary<String> texts() {
        var odd = Arbitraries.of(
                "",
                " ",
                "~",
                "null",
                "Null",
                "no",
                "on",
                "true",
                "0755",
                "0o7",
                "0x1F",
                "1_000",
                "1.10",
                ".inf",
                "2026-01-01",
                "=",
                "<<",
                "*x",
                "&x",
                "!x",
                "%",
                "@",
                "`",
                "- a",
                "a: b",
                "a #b",
                "#",
                "'",
                "\"",
                "\\",
                "a\nb",
                "\n",
                "\t",
                "a ",
                " a",
                "---",
                "...",
                "[",
                "{",
                "}",
                "|",
                ">",
                "?",
                "é😀",
                "\u0085",
                "\u2028",
                "\uFEFF",
                "1:30");
        return Arbitraries.oneOf(odd, odd.list().ofMaxSize(4).map(parts -> String.join("", parts)));
    }

    @Test
    void shouldFillInDefaults() {
        assertThat(read(EVERYTHING).yaml())
                .contains("dead-letters: shop.dead-letters", "batch-tokens: 2048", "source: detect", "format: text");
    }

    private static ServeConfig read(String yaml) {
        return ServeConfig.read(ConfigReader.parse("serve.yaml", yaml, Path.of(""), Map.of("PASSWORD", "s3cret")::get));
    }
}
