package io.lingoduct.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.config.yaml.TextFile;
import io.lingoduct.config.yaml.UnreadableYamlException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Puts values from outside into a configuration: <code>${ENV:NAME}</code> is an environment variable, <code>${file:PATH}</code>
 * the content of a file without the line break at its end. Both may stand anywhere in any text value. What they bring is
 * taken as it is: it is not searched for placeholders again.
 */
final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{(ENV|file):([^}]*)}");
    private static final Pattern LAST_LINE_BREAK = Pattern.compile("\\r?\\n\\z");

    private final Path folder;
    private final UnaryOperator<String> environment;
    private final List<ConfigFault> faults;

    /**
     * @param folder where relative paths start
     * @param environment the value of a variable, or null where it is not set
     * @param faults receives a fault for each placeholder that leads nowhere; never with a value in it
     */
    Placeholders(Path folder, UnaryOperator<String> environment, List<ConfigFault> faults) {
        this.folder = folder;
        this.environment = environment;
        this.faults = faults;
    }

    /** The node with its placeholders replaced; objects and arrays are changed in place. */
    JsonNode resolve(String key, JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties()
                    .forEach(entry -> entry.setValue(
                            resolve(key.isEmpty() ? entry.getKey() : key + "." + entry.getKey(), entry.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, resolve(key + "[" + i + "]", array.get(i)));
            }
        } else if (node.isTextual()) {
            return resolveText(key, node);
        }
        return node;
    }

    private JsonNode resolveText(String key, JsonNode node) {
        var written = node.textValue();
        var matcher = PLACEHOLDER.matcher(written);
        var text = new StringBuilder();
        int end = 0;
        boolean complete = true;
        while (matcher.find()) {
            var value = value(key, matcher.toMatchResult());
            complete &= value.isPresent();
            text.append(written, end, matcher.start()).append(value.orElse(""));
            end = matcher.end();
        }
        if (end == 0) {
            return node;
        }
        text.append(written, end, written.length());
        return complete ? ResolvedText.of(text.toString(), written) : ResolvedText.missing(written);
    }

    private Optional<String> value(String key, MatchResult placeholder) {
        var name = placeholder.group(2);
        if (placeholder.group(1).equals("ENV")) {
            var value = name.isEmpty() ? null : environment.apply(name);
            return value == null
                    ? fault(key, placeholder, "the environment variable " + name + " is not set")
                    : Optional.of(value);
        }
        try {
            var content = TextFile.read(folder.resolve(name));
            return Optional.of(LAST_LINE_BREAK.matcher(content).replaceFirst(""));
        } catch (UnreadableYamlException e) {
            return fault(key, placeholder, folder.resolve(name) + ": " + e.getMessage());
        } catch (InvalidPathException e) {
            return fault(key, placeholder, "this cannot be the name of a file");
        }
    }

    private Optional<String> fault(String key, MatchResult placeholder, String reason) {
        faults.add(new ConfigFault(key, placeholder.group(), reason));
        return Optional.empty();
    }
}
