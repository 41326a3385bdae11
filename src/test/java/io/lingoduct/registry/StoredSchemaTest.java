package io.lingoduct.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Schemas that other producers have put into the registry. */
class StoredSchemaTest {

    private static final String AUTHOR = "{'type':'record','name':'Author','fields':[{'name':'name','type':'string'}]}";

    private RegistryServer server;
    private SchemaRegistry registry;

    @BeforeEach
    void start() throws IOException {
        server = RegistryServer.start();
        registry = new SchemaRegistry(RegistrySettings.of(server.url()));
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void shouldResolveReferencesToOtherSubjects() throws IOException {
        put("author", AUTHOR, "");
        put("book", record("Book", "Author"), reference("Author", "author"));
        int id = put(
                "shelf",
                record("Shelf", "Author", "Book"),
                reference("Author", "author") + "," + reference("Book", "book"));

        var shelf = registry.schema(id);

        assertThat(shelf.getField("book").schema().getField("author").schema())
                .isEqualTo(shelf.getField("author").schema());
        assertThat(shelf.getField("author").schema().getField("name")).isNotNull();
        assertThat(server.requests())
                .containsExactlyInAnyOrder(
                        "GET /schemas/ids/3", "GET /subjects/author/versions/1", "GET /subjects/book/versions/1");
    }

    @Test
    void shouldSayWhichReferenceIsMissing() throws IOException {
        int id = put("book", record("Book", "Author"), reference("Author", "author"));

        assertThatThrownBy(() -> registry.schema(id))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessage("schema 1 refers to /subjects/author/versions/1, which is not in the registry");
    }

    @Test
    void shouldReadASchemaWhoseDefaultIsInvalid() throws IOException {
        int id = put("old", "{'type':'record','name':'Old','fields':[{'name':'n','type':'int','default':'x'}]}", "");

        assertThat(registry.schema(id).getField("n")).isNotNull();
    }

    @Test
    void shouldNotTakeASchemaOfAnotherTypeForAvro() throws IOException {
        int id = server.put("news-value", "{\"schemaType\":\"PROTOBUF\",\"schema\":\"message News {}\"}");

        assertThatThrownBy(() -> registry.schema(id))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessage("schema 1 is of type PROTOBUF, not AVRO");
    }

    @Test
    void shouldSayThatASchemaCannotBeParsed() throws IOException {
        int id = put("news-value", "{'type':'recrod'}", "");

        assertThatThrownBy(() -> registry.schema(id))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageStartingWith("schema 1 cannot be read as an Avro schema");
    }

    private int put(String subject, String schema, String references) throws IOException {
        return server.put(
                subject, "{\"schema\":\"" + schema.replace("'", "\\\"") + "\",\"references\":[" + references + "]}");
    }

    private static String record(String name, String... fieldTypes) {
        var fields = new StringBuilder();
        for (var type : fieldTypes) {
            fields.append(fields.isEmpty() ? "" : ",")
                    .append("{'name':'" + type.toLowerCase(Locale.ROOT) + "','type':'" + type + "'}");
        }
        return "{'type':'record','name':'" + name + "','fields':[" + fields + "]}";
    }

    private static String reference(String name, String subject) {
        return "{\"name\":\"" + name + "\",\"subject\":\"" + subject + "\",\"version\":1}";
    }
}
