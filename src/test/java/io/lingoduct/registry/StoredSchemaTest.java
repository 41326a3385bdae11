package io.lingoduct.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{'type':'fixed','name':'F','size':2147483647}",
                "{'type':'fixed','name':'F','size':-1}",
                "{'type':'record','name':'R','fields':[{'name':'f','type':'int','order':'upwards'}]}",
                "{'type':'record','name':'R','fields':[{'name':'f','type':'int'},{'name':'f','type':'int'}]}",
                "{'type':'record','name':'R','fields':[{'type':'int'}]}",
                "{'type':'record','name':'R','fields':{}}",
                "{'type':'enum','name':'E','symbols':[1]}",
                "{'type':'enum','name':'E','symbols':['A','A']}",
                "{'type':'array'}",
                "['int','int']",
                "[['int']]",
                "{'type':'record','name':null,'fields':[]}",
                "{}",
                "null",
                "7",
                ""
            })
    void shouldMakeWhateverTheParserThrowsAnUnusableSchema(String schema) throws IOException {
        int id = put("news-value", schema, "");

        assertThatThrownBy(() -> registry.schema(id))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageStartingWith("schema 1 cannot be read as an Avro schema: ")
                .hasNoCause();
    }

    @Test
    void shouldNotTellControlCharactersNorLongTextsOfASchema() throws IOException {
        int id = put("news-value", "{'type':'enum','symbols':[],'name':'\\\\u001b[2J" + "x".repeat(10_000) + "'}", "");
        int other = server.put("other", "{\"schemaType\":\"\\u001b[2J\\n\",\"schema\":\"x\"}");

        for (int unusable : new int[] {id, other}) {
            assertThatThrownBy(() -> registry.schema(unusable))
                    .isInstanceOf(UnknownSchemaException.class)
                    .hasMessageContaining("\\u001B[2J")
                    .satisfies(
                            e -> assertThat(e.getMessage()).hasSizeLessThan(600).doesNotMatch("(?s).*\\p{Cntrl}.*"));
        }
    }

    @Test
    void shouldNotParseASchemaThatKeepsTheParserBusyForMinutes() throws IOException {
        var types = new StringBuilder();
        for (int i = 0; i < 10_000; i++) {
            types.append(i == 0 ? "" : ",").append(record("R" + i, i == 0 ? "string" : "R" + (i - 1)));
        }
        int id = put("news-value", "[" + types + "]", "");

        assertThatThrownBy(() -> registry.schema(id))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("has too many types");
    }

    @Test
    void shouldNotFollowReferencesWithoutEnd() throws IOException {
        put("s0", record("S0", "string"), "");
        for (int i = 1; i <= 30; i++) {
            put("s" + i, record("S" + i, "S" + (i - 1)), reference("S" + (i - 1), "s" + (i - 1)));
        }
        var wide = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            put("w" + i, record("W" + i, "string"), "");
            wide.append(i == 0 ? "" : ",").append(reference("W" + i, "w" + i));
        }
        int deepId = put("deep", record("Deep", "S30"), reference("S30", "s30"));
        int wideId = put("wide", record("Wide", "W0"), wide.toString());

        for (int id : new int[] {deepId, wideId}) {
            assertThatThrownBy(() -> registry.schema(id))
                    .isInstanceOf(UnknownSchemaException.class)
                    .hasMessageEndingWith("refers to more than 100 other schemas, or over more than 20 of them");
        }
        assertThat(server.requests()).hasSize(1 + 20 + 1 + 100);
    }

    @Test
    void shouldFollowReferencesInACircleOnce() throws IOException {
        put("a", record("A", "string"), reference("B", "b"));
        put("b", record("B", "string"), reference("A", "a"));
        int id = put("c", record("C", "A", "B"), reference("A", "a"));

        assertThat(registry.schema(id).getFields()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"subject\":\"..\",\"version\":1}",
                "{\"subject\":\"\",\"version\":1}",
                "{\"subject\":\"a\",\"version\":\"../../config\"}",
                "{\"subject\":[],\"version\":1}",
                "7"
            })
    void shouldNotAskForReferencesThatNameNoSubject(String reference) throws IOException {
        int id = put("book", record("Book", "string"), reference);

        assertThatThrownBy(() -> registry.schema(id))
                .isInstanceOf(UnknownSchemaException.class)
                .hasMessageContaining("which cannot be");
        assertThat(server.requests()).hasSize(1);
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
