package io.lingoduct.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.apache.avro.SchemaParseException;

/** What a registry remembers, and the rules by which it takes a new version. Not safe to use from many threads. */
public final class RegistryStore {

    /** How a new version must stand to the latest one. */
    public enum Level {
        NONE,
        BACKWARD,
        FORWARD,
        FULL
    }

    /** An answer that is an error; the status is the code or its first three digits. */
    static final class Refusal extends Exception {

        private static final long serialVersionUID = 1;
        final int code;

        Refusal(int code, String message) {
            super(message);
            this.code = code;
        }

        int status() {
            return code > 999 ? code / 100 : code;
        }
    }

    private record Version(String subject, int number, int id, JsonNode content) {}

    private final Map<String, List<Version>> subjects = new TreeMap<>();
    private final Map<JsonNode, Integer> ids = new HashMap<>();
    private Level level = Level.BACKWARD;

    void setLevel(Level newLevel) {
        level = newLevel;
    }

    /** Takes anything, by no rules. */
    int put(String subject, JsonNode content) {
        int id = ids.computeIfAbsent(content, fresh -> ids.size() + 1);
        var versions = subjects.computeIfAbsent(subject, fresh -> new ArrayList<>());
        if (versions.stream().noneMatch(version -> version.id == id)) {
            versions.add(new Version(subject, versions.size() + 1, id, content));
        }
        return id;
    }

    JsonNode register(String subject, JsonNode posted) throws Refusal {
        var content = normalised(posted);
        if (!isCompatible(subject, content)) {
            throw new Refusal(409, "Schema being registered is incompatible with an earlier schema");
        }
        return JsonNodeFactory.instance.objectNode().put("id", put(subject, content));
    }

    JsonNode lookUp(String subject, JsonNode posted) throws Refusal {
        var content = normalised(posted);
        for (var version : versionsOf(subject)) {
            if (version.content.equals(content)) {
                return describe(version);
            }
        }
        throw new Refusal(40403, "Schema not found");
    }

    JsonNode compatibility(String subject, JsonNode posted) throws Refusal {
        versionsOf(subject);
        return JsonNodeFactory.instance.objectNode().put("is_compatible", isCompatible(subject, normalised(posted)));
    }

    JsonNode schema(String id) throws Refusal {
        for (var entry : ids.entrySet()) {
            if (entry.getValue().toString().equals(id)) {
                return entry.getKey();
            }
        }
        throw new Refusal(40403, "Schema " + id + " not found");
    }

    JsonNode subjects() {
        var names = JsonNodeFactory.instance.arrayNode();
        subjects.keySet().forEach(names::add);
        return names;
    }

    JsonNode versions(String subject) throws Refusal {
        var numbers = JsonNodeFactory.instance.arrayNode();
        versionsOf(subject).forEach(version -> numbers.add(version.number));
        return numbers;
    }

    JsonNode version(String subject, String number) throws Refusal {
        return describe(find(subject, number));
    }

    private Version find(String subject, String number) throws Refusal {
        var versions = versionsOf(subject);
        if (number.equals("latest")) {
            return versions.get(versions.size() - 1);
        }
        for (var version : versions) {
            if (String.valueOf(version.number).equals(number)) {
                return version;
            }
        }
        throw new Refusal(40402, "Version " + number + " not found");
    }

    private List<Version> versionsOf(String subject) throws Refusal {
        var versions = subjects.get(subject);
        if (versions == null) {
            throw new Refusal(40401, "Subject '" + subject + "' not found");
        }
        return versions;
    }

    private static JsonNode describe(Version version) {
        ObjectNode description = version.content.deepCopy();
        return description
                .put("subject", version.subject)
                .put("version", version.number)
                .put("id", version.id);
    }

    private boolean isCompatible(String subject, JsonNode content) throws Refusal {
        if (level == Level.NONE || !subjects.containsKey(subject)) {
            return true;
        }
        var fresh = parse(content);
        var latest = parse(find(subject, "latest").content);
        return (level == Level.FORWARD || canRead(fresh, latest))
                && (level == Level.BACKWARD || canRead(latest, fresh));
    }

    private static boolean canRead(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }

    /** Only what says what the schema is; a self-contained one in Avro's own spelling. */
    private JsonNode normalised(JsonNode posted) throws Refusal {
        var schema = parse(posted);
        var content = JsonNodeFactory.instance.objectNode();
        if (posted.path("references").isEmpty()) {
            return content.put("schema", schema.toString());
        }
        content.set("references", posted.path("references"));
        return content.put("schema", posted.path("schema").asText());
    }

    private Schema parse(JsonNode content) throws Refusal {
        var parser = new Schema.Parser();
        try {
            if (content.path("references") instanceof ArrayNode references) {
                for (var reference : references) {
                    var used = find(
                            reference.path("subject").asText(),
                            reference.path("version").asText());
                    parser.parse(used.content.path("schema").asText());
                }
            }
            return parser.parse(content.path("schema").asText());
        } catch (SchemaParseException e) {
            throw new Refusal(42201, "Invalid schema: " + e.getMessage());
        }
    }
}
