package io.lingoduct.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
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
              - {pattern: "d.*", to: "{topic}.{target}", source-header: l, target: [de, "no"], target-header: t}
            """;

    @Test
    void shouldReadBackAsTheSameConfiguration() {
        var config = read(EVERYTHING.replace("${ENV:PASSWORD}", Secrets.MASK).replace("user ", ""));

        assertThat(read(EffectiveConfig.yaml(config))).isEqualTo(config);
    }

    @Test
    void shouldMaskSecrets() {
        assertThat(EffectiveConfig.yaml(read(EVERYTHING)))
                .doesNotContain("s3cret")
                .contains("sasl.jaas.config: '" + Secrets.MASK + "'")
                .contains("password: '" + Secrets.MASK + "'")
                .contains("username: anna");
    }

    @Test
    void shouldFillInDefaults() {
        assertThat(EffectiveConfig.yaml(read(EVERYTHING)))
                .contains("dead-letters: shop.dead-letters", "batch-tokens: 2048", "source: detect", "format: text");
    }

    private static ServeConfig read(String yaml) {
        return ServeConfig.read(ConfigReader.parse("serve.yaml", yaml, Path.of(""), Map.of("PASSWORD", "s3cret")::get));
    }
}
