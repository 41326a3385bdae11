package io.lingoduct.registry;

import static io.lingoduct.registry.RegistrySettingsBuilder.settings;
import static io.lingoduct.registry.TestSchemas.ARTICLE;
import static io.lingoduct.registry.TestSchemas.ARTICLE_WITH_BODY;
import static io.lingoduct.registry.TestSchemas.ARTICLE_WITH_REQUIRED_BODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The client against a registry that somebody else wrote: the one whose address {@code -Dlingoduct.test.registry} gives, such as
 * {@code http://localhost:8080/apis/ccompat/v7}, or else Apicurio's server, which the Maven profile {@code real-registry} fetches.
 * Leaves subjects with random names there.
 */
class RealRegistryIT {

    private static final String URL = System.getProperty("lingoduct.test.registry");
    private static final String APICURIO = System.getProperty("lingoduct.test.apicurio");
    private static final int APICURIO_NEEDS_JAVA = 21;

    private static String url;
    private static ApicurioServer server;

    private final String topic = "lingoduct-test-" + UUID.randomUUID();
    private RegistrySettings settings;

    @BeforeAll
    static void find() throws Exception {
        if (URL != null) {
            url = URL;
            return;
        }
        assumeTrue(
                APICURIO != null,
                "skipped: neither -Dlingoduct.test.registry=URL nor the profile real-registry is set");
        var java = InstalledJava.atLeast(APICURIO_NEEDS_JAVA);
        assumeTrue(java.isPresent(), "skipped: no Java of " + APICURIO_NEEDS_JAVA + " or newer was found");
        server = ApicurioServer.start(Path.of(APICURIO), java.get());
        url = server.url();
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void use() {
        settings = RegistrySettings.of(URI.create(url));
    }

    private SchemaRegistry client() {
        return new SchemaRegistry(settings);
    }

    @Test
    void shouldReadBackWhatAnotherClientRegistered() {
        int id = client().valueId(topic, ARTICLE);

        assertThat(client().schema(id)).isEqualTo(ARTICLE);
        assertThat(client().valueId(topic, ARTICLE)).isEqualTo(id);
        assertThat(client().lookUp(topic + "-value", ARTICLE)).isEqualTo(id);
        assertThat(client().valueId(topic, ARTICLE_WITH_BODY)).isNotEqualTo(id);
    }

    @Test
    void shouldEncodeSubjectsThatAreNoPlainPaths() {
        int id = client().register(topic + "/über uns?", ARTICLE);

        assertThat(client().lookUp(topic + "/über uns?", ARTICLE)).isEqualTo(id);
    }

    @Test
    void shouldNotFindUnknownIds() {
        assertThatThrownBy(() -> client().schema(Integer.MAX_VALUE)).isInstanceOf(UnknownSchemaException.class);
        assertThatThrownBy(() -> client().schema(0)).isInstanceOf(UnknownSchemaException.class);
    }

    @Test
    void shouldNotRegisterWhereThatIsOff() {
        var reader =
                new SchemaRegistry(settings(settings.url()).autoRegister(false).build());

        assertThatThrownBy(() -> reader.valueId(topic, ARTICLE)).isInstanceOf(SchemaRefusedException.class);
        client().valueId(topic, ARTICLE);
        assertThatThrownBy(() -> reader.valueId(topic, ARTICLE_WITH_BODY)).isInstanceOf(SchemaRefusedException.class);
    }

    @Test
    void shouldResolveReferencesToOtherSubjects() {
        var http = new RegistryHttp(settings, new Backoff(pause -> {}, new Random(3)));
        client().register(topic + "-article", ARTICLE);
        var issue = JsonNodeFactory.instance.objectNode();
        issue.put(
                "schema",
                "{\"type\":\"record\",\"name\":\"Issue\",\"fields\":[{\"name\":\"a\",\"type\":\"shop.news.Article\"}]}");
        issue.putArray("references")
                .addObject()
                .put("name", "shop.news.Article")
                .put("subject", topic + "-article")
                .put("version", 1);
        var reply = http.post(Paths.versions(topic + "-issue"), issue);
        assertThat(reply.isOk()).as(reply.describe()).isTrue();

        var schema = client().schema(reply.body().path("id").intValue());

        assertThat(schema.getField("a").schema()).isEqualTo(ARTICLE);
    }

    @Test
    void shouldRefuseASchemaThatIsNotCompatible() throws Exception {
        client().valueId(topic, ARTICLE);
        // Registries differ in the level that they start with.
        setBackward(topic + "-value");

        assertThatThrownBy(() -> client().valueId(topic, ARTICLE_WITH_REQUIRED_BODY))
                .isInstanceOf(SchemaRefusedException.class);
    }

    private static void setBackward(String subject) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(url + "/config/" + subject))
                .header("Content-Type", "application/vnd.schemaregistry.v1+json")
                .PUT(BodyPublishers.ofString("{\"compatibility\":\"BACKWARD\"}"))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(request, BodyHandlers.discarding())
                        .statusCode())
                .isEqualTo(200);
    }
}
