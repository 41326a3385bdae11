package io.lingoduct.registry;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/**
 * A schema as the registry stores it: its text, which may use types of other subjects, and references to these. They are
 * fetched and declared first, each once, the deepest first.
 */
final class StoredSchema {

    private final RegistryHttp http;
    private final String name;
    // Schemas of years ago may have defaults that a newer Avro would refuse; they serve to read records all the same.
    private final Schema.Parser parser = new Schema.Parser().setValidateDefaults(false);
    private final Set<String> declared = new HashSet<>();

    private StoredSchema(RegistryHttp http, String name) {
        this.http = http;
        this.name = name;
    }

    /**
     * @param reply a successful answer with a schema in it
     * @param name of the schema, for messages
     * @throws UnknownSchemaException if it is of another type than Avro, or cannot be parsed
     */
    static Schema parse(RegistryReply reply, String name, RegistryHttp http) {
        return new StoredSchema(http, name).parse(reply);
    }

    private Schema parse(RegistryReply reply) {
        var type = reply.body().path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new UnknownSchemaException(name + " is of type " + type + ", not AVRO");
        }
        var text = reply.body().path("schema");
        if (!text.isTextual()) {
            throw http.unexpected(reply);
        }
        reply.body().path("references").forEach(this::declare);
        try {
            return parser.parse(text.asText());
        } catch (AvroRuntimeException e) {
            throw new UnknownSchemaException(name + " cannot be read as an Avro schema: " + e.getMessage(), e);
        }
    }

    private void declare(JsonNode reference) {
        var path = Paths.version(
                reference.path("subject").asText(), reference.path("version").asText());
        if (!declared.add(path)) {
            return;
        }
        var reply = http.get(path);
        if (reply.status() == 404 && reply.errorCode() != 0) {
            throw new UnknownSchemaException(name + " refers to " + path + ", which is not in the registry");
        }
        if (!reply.isOk()) {
            throw http.unexpected(reply);
        }
        parse(reply);
    }
}
