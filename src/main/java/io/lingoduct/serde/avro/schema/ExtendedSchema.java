package io.lingoduct.serde.avro.schema;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * A schema with additional fields in some of its records: each {@code ["null", "string"]} with the default null, after the
 * record's own. Names, documentation, aliases, defaults and properties stay. The same schema and fields always give the
 * same result.
 *
 * <p>The fields are added to the schema's JSON: Avro's own classes copy no field with a default that they would refuse in a
 * new schema, and schemas of years ago have such defaults.
 */
public final class ExtendedSchema {

    /** Branch of an additional field that holds the text. */
    public static final int BRANCH_OF_TEXT = 1;

    /** Branch of an additional field that holds nothing. */
    public static final int BRANCH_OF_NULL = 0;

    private static final JsonMapper JSON = new JsonMapper();

    private final Map<String, List<String>> added;

    private ExtendedSchema(Map<String, List<String>> added) {
        this.added = added;
    }

    /** @param added names of the fields to add, by the record's full name */
    public static Schema of(Schema schema, Map<String, List<String>> added) {
        try {
            var json = JSON.readTree(schema.toString());
            new ExtendedSchema(added).extend(json, "");
            return new Schema.Parser().setValidateDefaults(false).parse(JSON.writeValueAsString(json));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Avro must write schemas as JSON", e);
        }
    }

    private void extend(JsonNode type, String namespace) {
        if (type.isArray()) {
            type.forEach(branch -> extend(branch, namespace));
        } else if (type instanceof ObjectNode object) {
            switch (object.path("type").asText()) {
                case "record", "error" -> extendRecord(object, namespace);
                case "array" -> extend(object.path("items"), namespace);
                case "map" -> extend(object.path("values"), namespace);
                default -> {
                    // No record within.
                }
            }
        }
    }

    private void extendRecord(ObjectNode record, String enclosing) {
        // Avro writes a namespace where it is not that of the record around.
        var namespace = record.path("namespace").asText(enclosing);
        var name = record.path("name").asText();
        var fields = (ArrayNode) record.path("fields");
        fields.forEach(field -> extend(field.path("type"), namespace));
        added.getOrDefault(namespace.isEmpty() ? name : namespace + "." + name, List.of())
                .forEach(field -> addNullableText(fields, field));
    }

    private static void addNullableText(ArrayNode fields, String name) {
        var field = fields.addObject().put("name", name);
        field.putArray("type").add("null").add("string");
        field.putNull("default");
    }
}
