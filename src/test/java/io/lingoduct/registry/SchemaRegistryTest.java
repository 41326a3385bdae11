package io.lingoduct.registry;

import static io.lingoduct.registry.RegistrySettingsBuilder.settings;
import static io.lingoduct.registry.TestSchemas.ARTICLE;
import static io.lingoduct.registry.TestSchemas.ARTICLE_WITH_BODY;
import static io.lingoduct.registry.TestSchemas.ARTICLE_WITH_REQUIRED_BODY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SchemaRegistryTest {

    private final AtomicLong nanos = new AtomicLong();
    private RegistryServer server;
    private SchemaRegistry registry;

    @BeforeEach
    void start() throws IOException {
        server = RegistryServer.start();
        registry = client();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    private SchemaRegistry client() {
        return client(RegistrySettings.of(server.url()));
    }

    private SchemaRegistry client(RegistrySettings settings) {
        return new SchemaRegistry(settings, pause -> {}, new Random(11), nanos::get);
    }

    @Test
    void shouldReadBackWhatAnotherClientRegistered() {
        int id = client().register("news-value", ARTICLE);

        assertThat(registry.schema(id)).isEqualTo(ARTICLE);
    }

    @Test
    void shouldAskOnceForASchemaThatIsReadManyTimes() {
        int id = client().register("news-value", ARTICLE);

        for (int i = 0; i < 100; i++) {
            registry.schema(id);
        }

        assertThat(server.requests()).containsExactly("POST /subjects/news-value/versions", "GET /schemas/ids/1");
    }

    @Test
    void shouldKeepNoMoreSchemasThanTheHeapHasRoomFor() {
        int length = 900_000;
        int count = (int) (SchemaRoom.characters(8) / length) + 2;
        var writer = client();
        var ids = IntStream.range(0, count)
                .map(i -> writer.register(
                        "s" + i, Schema.createRecord("R" + i, "d".repeat(length), null, false, List.of())))
                .toArray();
        int before = server.requests().size();
        for (int round = 0; round < 2; round++) {
            Arrays.stream(ids).forEach(registry::schema);
        }

        assertThat(server.requests()).hasSizeGreaterThan(before + count);
    }

    @Test
    void shouldForgetLargeSchemasThatWereRefusedBeforeTheyFillTheHeap() {
        int length = 900_000;
        int count = (int) (SchemaRoom.characters(8) / length) + 2;
        var refused = IntStream.range(0, count)
                .mapToObj(i -> Schema.createRecord("R" + i, "d".repeat(length), null, false, List.of()))
                .toList();
        for (int round = 0; round < 2; round++) {
            for (var schema : refused) {
                assertThatThrownBy(() -> registry.lookUp("news-value", schema))
                        .isInstanceOf(SchemaRefusedException.class);
            }
        }

        assertThat(server.requests()).hasSizeGreaterThan(count);
    }

    @Test
    void shouldRegisterOnceWhatIsWrittenManyTimes() {
        for (int i = 0; i < 100; i++) {
            // Equal and not the same, as if each message brought its own.
            registry.register("news-value", new Schema.Parser().parse(ARTICLE.toString()));
        }

        assertThat(server.requests()).containsExactly("POST /subjects/news-value/versions");
    }

    @Test
    void shouldTellSchemasApartThatDifferInTheirDocumentation() {
        var documented =
                new Schema.Parser().parse(ARTICLE.toString().replaceFirst("\\{", "{\"doc\":\"What editors write.\","));
        assertThat(documented).isEqualTo(ARTICLE);

        registry.register("news-value", ARTICLE);
        registry.register("news-value", documented);

        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void shouldKnowTheSchemaThatItRegisteredItself() {
        int id = registry.register("news-value", ARTICLE);

        assertThat(registry.schema(id)).isEqualTo(ARTICLE);
        assertThat(server.requests()).hasSize(1);
    }

    @Test
    void shouldGiveTheSameIdUnderSeveralSubjects() {
        assertThat(registry.register("news-value", ARTICLE)).isEqualTo(registry.register("archive-value", ARTICLE));
        assertThat(server.requests()).hasSize(2);
    }

    @Test
    void shouldGiveACompatibleVersionAnIdOfItsOwn() {
        int first = registry.register("news-value", ARTICLE);
        int second = registry.register("news-value", ARTICLE_WITH_BODY);

        assertThat(second).isNotEqualTo(first);
        assertThat(client().schema(second)).isEqualTo(ARTICLE_WITH_BODY);
    }

    @Test
    void shouldLookUpWhatIsRegistered() {
        int id = client().register("news-value", ARTICLE);

        assertThat(registry.lookUp("news-value", ARTICLE)).isEqualTo(id);
        assertThat(registry.lookUp("news-value", ARTICLE)).isEqualTo(id);
        assertThat(server.requests())
                .containsExactly("POST /subjects/news-value/versions", "POST /subjects/news-value");
    }

    @Test
    void shouldEncodeSubjectsThatAreNoPlainPaths() {
        int id = registry.register("news/über uns?", ARTICLE);

        assertThat(client().lookUp("news/über uns?", ARTICLE)).isEqualTo(id);
        assertThat(server.requests().get(0)).isEqualTo("POST /subjects/news%2F%C3%BCber%20uns%3F/versions");
    }

    @Test
    void shouldRefuseToAskForNegativeIds() {
        assertThatThrownBy(() -> registry.schema(-1)).isInstanceOf(UnknownSchemaException.class);
        assertThat(server.requests()).isEmpty();
    }

    @Test
    void shouldFindASchemaThatWasUnknownBefore() {
        assertThatThrownBy(() -> registry.schema(1))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessage("the registry has no schema with id 1");
        nanos.addAndGet(Refusals.KEPT.toNanos());
        client().register("news-value", ARTICLE);

        assertThat(registry.schema(1)).isEqualTo(ARTICLE);
    }

    @Test
    void shouldKnowTheSchemaThatItRegisteredUnderAnIdUnknownBefore() {
        assertThatThrownBy(() -> registry.schema(1)).isInstanceOf(UnknownSchemaException.class);
        registry.register("news-value", ARTICLE);

        assertThat(registry.schema(1)).isEqualTo(ARTICLE);
    }

    @Test
    void shouldRefuseAnIncompatibleSchema() {
        registry.register("news-value", ARTICLE);

        assertThatThrownBy(() -> registry.register("news-value", ARTICLE_WITH_REQUIRED_BODY))
                .isInstanceOf(SchemaRefusedException.class)
                .hasMessageContaining("subject news-value: the schema shop.news.Article is incompatible")
                .hasMessageContaining("Schema being registered is incompatible with an earlier schema");
    }

    @Test
    void shouldRegisterAnIncompatibleSchemaWhereTheSubjectAllowsIt() {
        server.setLevel(RegistryStore.Level.NONE);
        registry.register("news-value", ARTICLE);

        assertThat(registry.register("news-value", ARTICLE_WITH_REQUIRED_BODY)).isEqualTo(2);
    }

    @Test
    void shouldRefuseASchemaThatTheRegistryFindsInvalid() {
        server.faults().answerNext(1, 422, "{\"error_code\":42201,\"message\":\"Invalid schema\"}");

        assertThatThrownBy(() -> registry.register("news-value", ARTICLE))
                .isInstanceOf(SchemaRefusedException.class)
                .hasMessageContaining("code 42201: Invalid schema");
    }

    @Test
    void shouldNotRegisterWhereThatIsOff() {
        var reader = client(settings(server.url()).autoRegister(false).build());

        assertThatThrownBy(() -> reader.valueId("news", ARTICLE))
                .isInstanceOf(SchemaRefusedException.class)
                .hasMessageContaining("code 40401");
        int id = registry.valueId("news", ARTICLE);
        assertThatThrownBy(() -> reader.valueId("news", ARTICLE_WITH_BODY))
                .isInstanceOf(SchemaRefusedException.class)
                .hasMessageContaining("not registered")
                .hasMessageContaining("code 40403");
        nanos.addAndGet(Refusals.KEPT.toNanos());
        assertThat(reader.valueId("news", ARTICLE)).isEqualTo(id);
        assertThat(server.requests())
                .containsExactly(
                        "POST /subjects/news-value",
                        "POST /subjects/news-value/versions",
                        "POST /subjects/news-value",
                        "POST /subjects/news-value");
    }

    @Test
    void shouldUseTheSubjectThatTheNamingGives() {
        var naming = settings(server.url()).naming(SubjectNaming.TOPIC_RECORD).build();

        new SchemaRegistry(naming).valueId("news", ARTICLE);

        assertThat(server.requests()).containsExactly("POST /subjects/news-shop.news.Article/versions");
    }

    @Test
    void shouldFindTheApiBelowAPath() throws IOException {
        var below = new SchemaRegistry(RegistrySettings.of(server.url().resolve("/apis/ccompat/v7/")));

        assertThatThrownBy(() -> below.schema(1)).isInstanceOf(RegistryUnavailableException.class);
        assertThat(server.requests()).containsExactly("GET /apis/ccompat/v7/schemas/ids/1");
    }
}
