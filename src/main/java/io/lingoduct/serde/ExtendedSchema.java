package io.lingoduct.serde;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/**
 * A schema with additional fields in some of its records: each {@code ["null", "string"]} with the default null, after the
 * record's own. Names, documentation, aliases, defaults and properties stay. The same schema and fields always give the
 * same result.
 */
final class ExtendedSchema {

    /** Which branch of an additional field holds the text. */
    static final int BRANCH_OF_TEXT = 1;

    /** Which branch of an additional field holds nothing. */
    static final int BRANCH_OF_NULL = 0;

    private final Map<String, List<AddedField>> added;
    private final Map<String, Schema> records = new HashMap<>();

    private ExtendedSchema(Map<String, List<AddedField>> added) {
        this.added = added;
    }

    /**
     * @param added fields by the record's full name; those that are not new are left out
     */
    static Schema of(Schema schema, Map<String, List<AddedField>> added) {
        return new ExtendedSchema(added).copy(schema);
    }

    private Schema copy(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> record(schema);
            case UNION ->
                Schema.createUnion(schema.getTypes().stream().map(this::copy).toList());
            case ARRAY -> withProperties(Schema.createArray(copy(schema.getElementType())), schema);
            case MAP -> withProperties(Schema.createMap(copy(schema.getValueType())), schema);
            default -> schema;
        };
    }

    private Schema record(Schema schema) {
        var known = records.get(schema.getFullName());
        if (known != null) {
            return known;
        }
        var copy = Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), schema.isError());
        withProperties(copy, schema);
        schema.getAliases().forEach(copy::addAlias);
        records.put(schema.getFullName(), copy);
        var fields = new ArrayList<Schema.Field>();
        schema.getFields().forEach(field -> fields.add(new Schema.Field(field, copy(field.schema()))));
        added.getOrDefault(schema.getFullName(), List.of()).stream()
                .filter(AddedField::isNew)
                .forEach(field -> fields.add(nullableText(field.name())));
        copy.setFields(fields);
        return copy;
    }

    private static Schema.Field nullableText(String name) {
        var type = Schema.createUnion(Schema.create(Schema.Type.NULL), Schema.create(Schema.Type.STRING));
        return new Schema.Field(name, type, null, Schema.Field.NULL_DEFAULT_VALUE);
    }

    private static Schema withProperties(Schema copy, Schema original) {
        copy.putAll(original);
        return copy;
    }
}
