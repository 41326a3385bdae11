package io.lingoduct.config.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.events.AliasEvent;
import org.yaml.snakeyaml.events.CollectionStartEvent;
import org.yaml.snakeyaml.events.Event;
import org.yaml.snakeyaml.events.NodeEvent;
import org.yaml.snakeyaml.events.ScalarEvent;
import org.yaml.snakeyaml.events.SequenceStartEvent;
import org.yaml.snakeyaml.parser.Parser;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;

/**
 * A document in YAML as a tree in which a scalar is the text that stands there: {@code 0755}, {@code 1.10}, {@code no} and
 * {@code 2026-01-01} keep their spelling, and who asks for a value says what it means. YAML's own guesses about types, which
 * differ from version to version, are not made; only an empty value, {@code ~} and {@code null} stand for no value.
 *
 * <p>Aliases ({@code *name}) and merge keys ({@code <<}) are resolved, each as a copy. Tags other than those of YAML's core,
 * and more values or a greater depth than a configuration has, are refused.
 */
public final class YamlTree {

    static final int MAX_DEPTH = 64;
    static final int MAX_VALUES = 100_000;

    private static final String CORE_TAGS = "tag:yaml.org,2002:";
    private static final Set<String> SCALAR_TAGS =
            Set.of("!", CORE_TAGS + "str", CORE_TAGS + "int", CORE_TAGS + "float", CORE_TAGS + "bool");
    private static final Set<String> COLLECTION_TAGS = Set.of("!", CORE_TAGS + "map", CORE_TAGS + "seq");
    private static final Set<String> NO_VALUE = Set.of("", "~", "null", "Null", "NULL");
    private static final String MERGE = "<<";

    /**
     * The value that an alias stands for.
     *
     * @param node null as long as its end is not reached
     * @param values how many values it holds
     */
    private record Anchored(JsonNode node, int values) {}

    private final Parser events;
    private final Map<String, Anchored> anchors = new HashMap<>();
    private int values;

    private YamlTree(Parser events) {
        this.events = events;
    }

    /**
     * The only document of a text; missing where there is nothing but comments.
     *
     * @throws UnreadableYamlException if the text is not YAML, holds a key twice or two documents, or is beyond the limits
     */
    public static JsonNode parse(String text) throws UnreadableYamlException {
        var yaml = TextFile.withoutMark(text);
        requirePrintable(yaml);
        try {
            return new YamlTree(new ParserImpl(new StreamReader(yaml), new LoaderOptions())).document();
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark() == null ? e.getContextMark() : e.getProblemMark();
            // Without the exception's own message, which quotes the line at fault: it may hold a secret.
            throw new UnreadableYamlException(e.getProblem(), mark.getLine() + 1, mark.getColumn() + 1);
        }
    }

    private JsonNode document() throws UnreadableYamlException {
        events.getEvent(); // the stream's start
        if (events.checkEvent(Event.ID.StreamEnd)) {
            return MissingNode.getInstance();
        }
        events.getEvent(); // the document's start
        var root = node(0);
        events.getEvent(); // the document's end
        if (!events.checkEvent(Event.ID.StreamEnd)) {
            throw fault("a second document begins here; expected one", events.peekEvent());
        }
        return root;
    }

    private JsonNode node(int depth) throws UnreadableYamlException {
        var event = events.getEvent();
        if (event instanceof AliasEvent alias) {
            return copy(alias);
        }
        count(1, event);
        if (depth > MAX_DEPTH) {
            throw fault("nested more than " + MAX_DEPTH + " levels deep", event);
        }
        var anchor = ((NodeEvent) event).getAnchor();
        int before = values;
        if (anchor != null) {
            anchors.put(anchor, new Anchored(null, 0));
        }
        var node = content(event, depth);
        if (anchor != null) {
            anchors.put(anchor, new Anchored(node, values - before + 1));
        }
        return node;
    }

    private JsonNode content(Event event, int depth) throws UnreadableYamlException {
        if (event instanceof ScalarEvent scalar) {
            return scalar(scalar);
        }
        requireTag(((CollectionStartEvent) event).getTag(), COLLECTION_TAGS, event);
        return event instanceof SequenceStartEvent ? list(depth) : mapping(depth);
    }

    private JsonNode copy(AliasEvent alias) throws UnreadableYamlException {
        var name = "*" + alias.getAnchor();
        var anchored = anchors.get(alias.getAnchor());
        if (anchored == null) {
            throw fault(name + " stands for nothing: there is no &" + alias.getAnchor() + " before it", alias);
        }
        if (anchored.node() == null) {
            throw fault(name + " stands within what it stands for", alias);
        }
        count(anchored.values(), alias);
        return anchored.node().deepCopy();
    }

    private static JsonNode scalar(ScalarEvent scalar) throws UnreadableYamlException {
        requireTag(scalar.getTag(), SCALAR_TAGS, scalar);
        boolean none = scalar.getTag() == null
                && scalar.getScalarStyle() == ScalarStyle.PLAIN
                && NO_VALUE.contains(scalar.getValue());
        var nodes = JsonNodeFactory.instance;
        return none ? nodes.nullNode() : nodes.textNode(scalar.getValue());
    }

    private ArrayNode list(int depth) throws UnreadableYamlException {
        var list = JsonNodeFactory.instance.arrayNode();
        while (!events.checkEvent(Event.ID.SequenceEnd)) {
            list.add(node(depth + 1));
        }
        events.getEvent();
        return list;
    }

    private ObjectNode mapping(int depth) throws UnreadableYamlException {
        var mapping = JsonNodeFactory.instance.objectNode();
        List<ObjectNode> merged = null;
        while (!events.checkEvent(Event.ID.MappingEnd)) {
            var start = events.peekEvent();
            boolean merges = start instanceof ScalarEvent scalar
                    && scalar.getScalarStyle() == ScalarStyle.PLAIN
                    && scalar.getValue().equals(MERGE);
            var name = key();
            if (mapping.has(name) || merges && merged != null) {
                throw fault("the key " + name + " stands here twice", start);
            }
            var value = node(depth + 1);
            if (merges) {
                merged = mappings(value, start);
            } else {
                mapping.set(name, value);
            }
        }
        events.getEvent();
        if (merged != null) {
            merged.forEach(other ->
                    other.properties().forEach(entry -> mapping.putIfAbsent(entry.getKey(), entry.getValue())));
        }
        return mapping;
    }

    private String key() throws UnreadableYamlException {
        var start = events.peekEvent();
        var isText = start instanceof ScalarEvent || start instanceof AliasEvent;
        var key = isText ? node(0) : MissingNode.getInstance();
        if (start instanceof ScalarEvent scalar) {
            return scalar.getValue();
        } else if (!key.isTextual()) {
            throw fault("a key must be a single text", start);
        }
        return key.textValue();
    }

    private static List<ObjectNode> mappings(JsonNode value, Event place) throws UnreadableYamlException {
        var mappings = new ArrayList<ObjectNode>();
        for (var node : value.isArray() ? value : List.of(value)) {
            if (!(node instanceof ObjectNode mapping)) {
                throw fault(MERGE + " takes a mapping or a list of mappings", place);
            }
            mappings.add(mapping);
        }
        return mappings;
    }

    private void count(int more, Event place) throws UnreadableYamlException {
        values += more;
        if (values > MAX_VALUES) {
            throw fault("more than " + MAX_VALUES + " values, with what aliases stand for", place);
        }
    }

    private static void requireTag(String tag, Set<String> known, Event place) throws UnreadableYamlException {
        if (tag != null && !known.contains(tag)) {
            throw fault("the tag " + tag.replace(CORE_TAGS, "!!") + " has no meaning here", place);
        }
    }

    private static void requirePrintable(String text) throws UnreadableYamlException {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
            int character = text.codePointAt(i);
            if (!StreamReader.isPrintable(character)) {
                throw new UnreadableYamlException(
                        "the character U+%04X cannot stand in YAML".formatted(character), line, i - lineStart + 1);
            }
            if (character == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
    }

    private static UnreadableYamlException fault(String reason, Event event) {
        var mark = event.getStartMark();
        return new UnreadableYamlException(reason, mark.getLine() + 1, mark.getColumn() + 1);
    }
}
