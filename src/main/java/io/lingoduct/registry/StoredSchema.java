package io.lingoduct.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.lingoduct.observe.Printable;
import java.util.HashSet;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * A schema as the registry stores it: its text, which may use types of other subjects, and references to these. They are
 * fetched and declared first, each once, the deepest first.
 *
 * <p>Whoever may register schemas may write what they like: texts, references and what Avro's parser takes for them are
 * limited, and whatever it throws makes the schema unusable, and nothing else.
 */
final class StoredSchema {

    /** Other schemas that one refers to, and these to, and so on. */
    static final int MAX_REFERENCES = 100;

    /** Longest chain of a schema that refers to one that refers to one, and so on. */
    static final int MAX_DEPTH = 20;

    /** Longest name of a subject that a schema refers to, in characters. */
    static final int LONGEST_SUBJECT = 1000;

    /**
     * A schema that the registry has.
     *
     * @param characters length of its text, with those of the schemas that it refers to
     */
    record Known(Schema schema, int characters) {}

    private final RegistryHttp http;
    private final String name;
    // Schemas of years ago may have defaults that a newer Avro would refuse; they serve to read records all the same.
    private final Schema.Parser parser = new Schema.Parser().setValidateDefaults(false);
    private final ParserEffort effort = new ParserEffort();
    private final Set<String> declared = new HashSet<>();
    private int characters;

    private StoredSchema(RegistryHttp http, String name) {
        this.http = http;
        this.name = name;
    }

    /**
     * @param reply a successful answer with a schema in it
     * @param name of the schema, for messages
     * @throws UnknownSchemaException if it is of another type than Avro, cannot be parsed, or is beyond the limits
     */
    static Known parse(RegistryReply reply, String name, RegistryHttp http) {
        var stored = new StoredSchema(http, name);
        stored.requireWhole(reply);
        if (!reply.body().path("schema").isTextual()) {
            throw http.unexpected(reply);
        }
        var schema = stored.parse(reply, 0);
        return new Known(schema, stored.characters);
    }

    private Schema parse(RegistryReply reply, int depth) {
        var type = reply.body().path("schemaType").asText("AVRO");
        if (!type.equals("AVRO")) {
            throw new UnknownSchemaException(name + " is of type " + Printable.name(type) + ", not AVRO");
        }
        var text = reply.body().path("schema").asText();
        for (var reference : reply.body().path("references")) {
            declare(reference, depth + 1);
        }
        return parse(text);
    }

    private Schema parse(String text) {
        characters += text.length();
        boolean tooMuch;
        try {
            tooMuch = characters > RegistryReply.MAX_BYTES || !effort.isWithinLimit(text);
            if (!tooMuch) {
                return parser.parse(text);
            }
        } catch (JsonProcessingException | RuntimeException | StackOverflowError e) {
            // Not passed on as the cause: its message may be of any length, and hold anything that stands in the
            // schema.
            var reason = e.getMessage() == null ? e.getClass().getSimpleName() : Printable.sentence(e.getMessage());
            throw new UnknownSchemaException(name + " cannot be read as an Avro schema: " + reason);
        }
        throw new UnknownSchemaException(
                name + " is too large, or has too many types, together with what it refers to: not read");
    }

    private void declare(JsonNode reference, int depth) {
        var subject = reference.path("subject").asText();
        var version = reference.path("version").asText();
        var path = Paths.version(subject, version);
        if (declared.contains(path)) {
            return;
        }
        requireSensible(subject, version);
        if (depth > MAX_DEPTH || declared.size() == MAX_REFERENCES) {
            throw new UnknownSchemaException(name + " refers to more than " + MAX_REFERENCES
                    + " other schemas, or over more than " + MAX_DEPTH + " of them");
        }
        declared.add(path);
        var reply = http.get(path);
        boolean isAnswer = reply.status() / 100 == 4 && reply.errorCode() != 0;
        if (isAnswer && !RegistryHttp.isDenied(reply)) {
            throw new UnknownSchemaException(
                    name + " refers to " + Printable.name(path) + ", which is not in the registry");
        }
        if (!reply.isOk()) {
            throw http.unexpected(reply);
        }
        requireWhole(reply);
        parse(reply, depth);
    }

    // What names no subject leads to another place of the registry's API.
    private void requireSensible(String subject, String version) {
        if (subject.isBlank()
                || subject.equals(".")
                || subject.equals("..")
                || subject.length() > LONGEST_SUBJECT
                || !version.matches("-?[0-9]{1,10}|latest")) {
            throw new UnknownSchemaException(name + " refers to the subject '" + Printable.name(subject)
                    + "' in version '" + Printable.name(version) + "', which cannot be");
        }
    }

    private void requireWhole(RegistryReply reply) {
        if (reply.tooLong()) {
            throw new UnknownSchemaException(
                    name + " is longer than " + RegistryReply.MAX_BYTES + " bytes, or refers to one that is: not read");
        }
    }
}
