package io.lingoduct.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Schemas under schemas/ and their last released versions must be able to read each other's records. */
class ReleasedSchemasTest {

    private static final Path PRESENT = Path.of("..", "schemas");
    private static final Path RELEASED = PRESENT.resolve("released");

    @TestFactory
    Stream<DynamicTest> shouldStayCompatibleWithTheReleasedVersion() throws IOException {
        return schemasIn(RELEASED).entrySet().stream()
                .map(released -> DynamicTest.dynamicTest(released.getKey(), () -> {
                    var file = PRESENT.resolve(released.getKey());
                    assertThat(file)
                            .as("a released schema must stay; see schemas/README.md")
                            .exists();
                    assertThat(faults(parse(file), released.getValue()))
                            .as(
                                    "schemas/%s breaks the contract of its released version; see schemas/README.md",
                                    file.getFileName())
                            .isEmpty();
                }));
    }

    @Test
    void shouldFindTheReleasedSchemas() throws IOException {
        assertThat(schemasIn(RELEASED)).containsKeys("Translation.avsc", "TranslationRequest.avsc");
    }

    @Test
    void shouldSeeAFieldWithoutDefaultThatIsAddedOrRemoved() {
        var more = TestSchemas.ARTICLE_WITH_REQUIRED_BODY;

        assertThat(faults(more, TestSchemas.ARTICLE))
                .singleElement()
                .asString()
                .contains(
                        "new versions cannot read what released ones wrote",
                        "READER_FIELD_MISSING_DEFAULT_VALUE",
                        "body");
        assertThat(faults(TestSchemas.ARTICLE, more))
                .singleElement()
                .asString()
                .contains(
                        "released versions cannot read what new ones write",
                        "READER_FIELD_MISSING_DEFAULT_VALUE",
                        "body");
    }

    @Test
    void shouldSeeATypeThatChanges() {
        var number = SchemaBuilder.record("Article")
                .namespace("shop.news")
                .fields()
                .requiredInt("title")
                .endRecord();

        assertThat(faults(number, TestSchemas.ARTICLE)).hasSize(2);
    }

    @Test
    void shouldAcceptAFieldWithADefault() {
        assertThat(faults(TestSchemas.ARTICLE_WITH_BODY, TestSchemas.ARTICLE)).isEmpty();
        assertThat(faults(TestSchemas.ARTICLE, TestSchemas.ARTICLE_WITH_BODY)).isEmpty();
    }

    private static List<String> faults(Schema present, Schema released) {
        return Stream.of(
                        cannotRead(present, released, "new versions cannot read what released ones wrote"),
                        cannotRead(released, present, "released versions cannot read what new ones write"))
                .flatMap(List::stream)
                .toList();
    }

    private static List<String> cannotRead(Schema reader, Schema writer, String consequence) {
        var result = SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult();
        if (result.getCompatibility() == SchemaCompatibilityType.COMPATIBLE) {
            return List.of();
        }
        return result.getIncompatibilities().stream()
                .map(fault ->
                        consequence + ": " + fault.getType() + " at " + fault.getLocation() + ": " + fault.getMessage())
                .toList();
    }

    private static TreeMap<String, Schema> schemasIn(Path folder) throws IOException {
        var schemas = new TreeMap<String, Schema>();
        try (var files = Files.newDirectoryStream(folder, "*.avsc")) {
            for (var file : files) {
                schemas.put(file.getFileName().toString(), parse(file));
            }
        }
        return schemas;
    }

    private static Schema parse(Path file) throws IOException {
        return new Schema.Parser().parse(file.toFile());
    }
}
