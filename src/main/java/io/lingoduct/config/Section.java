package io.lingoduct.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.config.names.NearestName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping of keys to values within a configuration. Reading never throws: a value at fault is noted and a placeholder in
 * the key's range returned, until {@link ConfigReader#finish()} reports all faults at once.
 */
public final class Section {

    private final String path;
    private final JsonNode node;
    private final List<ConfigFault> faults;
    private final Set<String> known = new LinkedHashSet<>();
    private final List<Section> children = new ArrayList<>();

    Section(String path, JsonNode node, List<ConfigFault> faults) {
        this.path = path;
        this.node = node;
        this.faults = faults;
    }

    /** The key's value, its default where it is absent, or a placeholder where it is at fault. */
    public <T> T get(Key<T> key) {
        return find(key).orElseGet(() -> {
            if (key.required() && !has(key.name())) {
                fault(key.name(), "missing; expected " + key.expected());
            }
            return key.placeholder();
        });
    }

    /** The key's value, or empty where it is absent or at fault: for keys whose default depends on others. */
    public <T> Optional<T> find(Key<T> key) {
        known.add(key.name());
        if (!has(key.name())) {
            return Optional.empty();
        }
        var found = node.get(key.name());
        if (found instanceof ResolvedText text && text.isMissing()) {
            return Optional.empty();
        }
        var value = key.parse(found);
        if (value.isEmpty()) {
            fault(key.name(), "expected " + key.expected());
            return value;
        }
        var objection = value.flatMap(key::objection);
        objection.ifPresent(reason -> fault(key.name(), reason));
        return objection.isPresent() ? Optional.empty() : value;
    }

    /** Whether the key stands here with a value. */
    public boolean has(String name) {
        return node.hasNonNull(name);
    }

    /** A nested section; an empty one where it is absent, so that its defaults hold and its required keys are missed. */
    public Section section(String name) {
        known.add(name);
        return child(name, has(name) ? node.get(name) : MissingNode.getInstance());
    }

    /** A nested section that may be left out as a whole, required keys and all. */
    public Optional<Section> optionalSection(String name) {
        known.add(name);
        return has(name) ? Optional.of(section(name)) : Optional.empty();
    }

    /** A list of sections, empty where it is absent. */
    public List<Section> sections(String name) {
        return sections(name, null);
    }

    /**
     * A list of sections, empty where it is absent; a plain text in it, or in its place, is short for a section with that
     * text alone.
     *
     * @param shorthand key of that text; null where there is no short form
     */
    public List<Section> sections(String name, String shorthand) {
        known.add(name);
        if (!has(name)) {
            return List.of();
        }
        var list = node.get(name);
        if (shorthand != null && list.isTextual()) {
            list = JsonNodeFactory.instance.arrayNode().add(list);
        }
        if (!list.isArray()) {
            fault(name, "expected a list");
            return List.of();
        }
        var sections = new ArrayList<Section>();
        for (int i = 0; i < list.size(); i++) {
            var element = list.get(i);
            var section = shorthand != null && element.isTextual()
                    ? JsonNodeFactory.instance.objectNode().set(shorthand, element)
                    : element;
            sections.add(child(name + "[" + i + "]", section));
        }
        return List.copyOf(sections);
    }

    /** A mapping with free keys, for settings that are handed on unchanged; empty where it is absent. */
    public Map<String, String> settings(String name) {
        known.add(name);
        var settings = new LinkedHashMap<String, String>();
        if (!has(name)) {
            return settings;
        }
        if (!(node.get(name) instanceof ObjectNode object)) {
            fault(name, "expected a mapping of keys to values");
            return settings;
        }
        object.properties().forEach(entry -> {
            var key = name + "." + entry.getKey();
            var value = entry.getValue();
            if (value.isNull()) {
                fault(key, "has no value; expected one, or '' for an empty text");
            } else if (value.isValueNode()) {
                settings.put(entry.getKey(), value.asText());
            } else {
                fault(
                        key,
                        "expected a single value; a name with dots is written whole, and a list as one text with commas");
            }
        });
        return settings;
    }

    /** Notes a fault that only the reader of the value can see, such as two keys that exclude each other. */
    public void fault(String name, String reason) {
        var value = node.path(name);
        var shown = value instanceof ResolvedText text ? text.written() : value.isValueNode() ? value.asText("") : "";
        faults.add(new ConfigFault(full(name), shown.isEmpty() ? "" : Secrets.mask(name, shown), reason));
    }

    /** Notes a fault of the section as a whole. */
    public void fault(String reason) {
        faults.add(new ConfigFault(path, "", reason));
    }

    /** Whether a fault was noted of the section or of anything in it, so that its values may be stand-ins. */
    public boolean isFaulty() {
        return faults.stream()
                .map(ConfigFault::key)
                .anyMatch(key ->
                        path.isEmpty() || key.equals(path) || key.startsWith(path + ".") || key.startsWith(path + "["));
    }

    /** As {@link #fault(String, String)}, for a value that may hold a secret although its key does not say so. */
    public void secretFault(String name, String reason) {
        faults.add(new ConfigFault(full(name), Secrets.MASK, reason));
    }

    /** Notes the keys that nobody asked for. */
    void noteUnknownKeys() {
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                var meant = NearestName.of(name, known)
                        .map(near -> "is " + near + " meant? ")
                        .orElse("");
                faults.add(new ConfigFault(
                        full(name), "", "unknown key; " + meant + "known here: " + String.join(", ", known)));
            }
        });
        children.forEach(Section::noteUnknownKeys);
    }

    private Section child(String name, JsonNode value) {
        JsonNode usable = value;
        if (!value.isMissingNode() && !value.isObject()) {
            faults.add(new ConfigFault(full(name), "", "expected a mapping of keys to values"));
            usable = MissingNode.getInstance();
        }
        var section = new Section(full(name), usable, faults);
        children.add(section);
        return section;
    }

    private String full(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
