package io.lingoduct.registry;

import static io.lingoduct.registry.RegistrySettingsBuilder.settings;
import static io.lingoduct.registry.TestSchemas.ARTICLE;
import static io.lingoduct.registry.TestSchemas.ARTICLE_WITH_BODY;
import static io.lingoduct.registry.TestSchemas.ARTICLE_WITH_REQUIRED_BODY;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.time.Duration;
import java.util.Random;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The registry that the other tests believe: it must answer as Confluent's does. */
class RegistryServerTest {

    private RegistryServer server;
    private RegistryHttp http;

    @BeforeEach
    void start() throws IOException {
        server = RegistryServer.start();
        http = new RegistryHttp(
                settings(server.url()).timeout(Duration.ofSeconds(20)).build(),
                new Backoff(pause -> {}, new Random(3)));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldCountVersionsAndIds() {
        assertThat(register(ARTICLE)).hasToString("{\"id\":1}");
        assertThat(register(ARTICLE_WITH_BODY)).hasToString("{\"id\":2}");
        assertThat(register(ARTICLE)).hasToString("{\"id\":1}");

        assertThat(http.get("/subjects").body()).hasToString("[\"news-value\"]");
        assertThat(http.get("/subjects/news-value/versions").body()).hasToString("[1,2]");
    }

    @Test
    void shouldDescribeAVersion() {
        register(ARTICLE);

        var version = http.get("/subjects/news-value/versions/latest").body();

        assertThat(version)
                .isEqualTo(http.get("/subjects/news-value/versions/1").body());
        assertThat(version).isEqualTo(post("/subjects/news-value", ARTICLE).body());
        assertThat(version.path("subject").asText()).isEqualTo("news-value");
        assertThat(version.path("id").asInt()).isEqualTo(1);
        assertThat(version.path("version").asInt()).isEqualTo(1);
        assertThat(new Schema.Parser().parse(version.path("schema").asText())).isEqualTo(ARTICLE);
    }

    @Test
    void shouldCheckCompatibilityByItsLevel() {
        register(ARTICLE_WITH_REQUIRED_BODY);
        assertThat(isCompatible(ARTICLE)).isTrue();
        assertThat(register(ARTICLE)).isNotNull();

        assertThat(isCompatible(ARTICLE_WITH_REQUIRED_BODY)).isFalse();
        server.setLevel(RegistryStore.Level.FORWARD);
        assertThat(isCompatible(ARTICLE_WITH_REQUIRED_BODY)).isTrue();
        server.setLevel(RegistryStore.Level.FULL);
        assertThat(isCompatible(ARTICLE_WITH_REQUIRED_BODY)).isFalse();
        assertThat(isCompatible(ARTICLE_WITH_BODY)).isTrue();
    }

    @Test
    void shouldUseConfluentsCodes() {
        register(ARTICLE);

        assertError(http.get("/schemas/ids/9"), 404, 40403);
        assertError(http.get("/subjects/other/versions"), 404, 40401);
        assertError(http.get("/subjects/news-value/versions/9"), 404, 40402);
        assertError(post("/subjects/other", ARTICLE), 404, 40401);
        assertError(post("/subjects/news-value", ARTICLE_WITH_BODY), 404, 40403);
        assertError(post("/subjects/news-value/versions", ARTICLE_WITH_REQUIRED_BODY), 409, 409);
        var invalid = JsonNodeFactory.instance.objectNode().put("schema", "{\"type\":\"recrod\"}");
        assertError(http.post("/subjects/news-value/versions", invalid), 422, 42201);
    }

    private static void assertError(RegistryReply reply, int status, int code) {
        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.errorCode()).isEqualTo(code);
    }

    private JsonNode register(Schema schema) {
        return post("/subjects/news-value/versions", schema).body();
    }

    private boolean isCompatible(Schema schema) {
        return post("/compatibility/subjects/news-value/versions/latest", schema)
                .body()
                .path("is_compatible")
                .asBoolean();
    }

    private RegistryReply post(String path, Schema schema) {
        return http.post(path, JsonNodeFactory.instance.objectNode().put("schema", schema.toString()));
    }
}
