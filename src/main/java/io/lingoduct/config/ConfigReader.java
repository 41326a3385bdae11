package io.lingoduct.config;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.lingoduct.config.yaml.TextFile;
import io.lingoduct.config.yaml.UnreadableYamlException;
import io.lingoduct.config.yaml.YamlTree;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * Reads a YAML file key by key and collects what is wrong with it:
 *
 * <pre>{@code
 * static final Key<Integer> EPOCHS = Key.integer("epochs", 1, 1000, "Passes over the data.").orElse(10);
 *
 * var reader = ConfigReader.read(file);
 * var epochs = reader.root().get(EPOCHS);
 * var optimizer = reader.root().section("optimizer").get(LEARNING_RATE);
 * reader.finish();
 * }</pre>
 *
 * <p>Nothing that was read may be used before {@link #finish()} has passed.
 */
public final class ConfigReader {

    private final String source;
    private final List<ConfigFault> faults;
    private final Section root;

    private ConfigReader(String source, JsonNode node, List<ConfigFault> faults) {
        this.source = source;
        this.faults = faults;
        this.root = new Section("", node, faults);
    }

    /**
     * Reads a file; <code>${ENV:NAME}</code> and <code>${file:PATH}</code> in its values are replaced, relative paths of
     * the latter start at the file's folder.
     *
     * @throws ConfigException if the file cannot be read, is not YAML, holds a key twice or is no mapping
     */
    public static ConfigReader read(Path file) {
        try {
            var folder = file.toAbsolutePath().getParent();
            return parse(file.toString(), TextFile.read(file), folder, System::getenv);
        } catch (UnreadableYamlException e) {
            throw refused(file.toString(), e.getMessage());
        }
    }

    /**
     * Reads text that is not a file of the user's; its placeholders are left as they stand, since they are of another machine.
     *
     * @param source what to call the text in faults
     * @throws ConfigException if the text is not YAML, holds a key twice or is no mapping
     */
    public static ConfigReader parse(String source, String yaml) {
        return parse(source, yaml, (node, faults) -> node);
    }

    /**
     * Reads text as a file with it would be read.
     *
     * @param source what to call the text in faults
     * @param folder where the relative paths of <code>${file:PATH}</code> start
     * @param environment the value of a variable, or null where it is not set
     * @throws ConfigException if the text is not YAML, holds a key twice or is no mapping
     */
    public static ConfigReader parse(String source, String yaml, Path folder, UnaryOperator<String> environment) {
        return parse(source, yaml, (node, faults) -> new Placeholders(folder, environment, faults).resolve("", node));
    }

    private static ConfigReader parse(
            String source, String yaml, BiFunction<JsonNode, List<ConfigFault>, JsonNode> resolve) {
        try {
            var node = YamlTree.parse(yaml);
            if (node.isMissingNode() || node.isNull()) {
                return new ConfigReader(source, MissingNode.getInstance(), new ArrayList<>());
            }
            if (!node.isObject()) {
                throw refused(source, "expected a mapping of keys to values");
            }
            var faults = new ArrayList<ConfigFault>();
            return new ConfigReader(source, resolve.apply(node, faults), faults);
        } catch (UnreadableYamlException e) {
            throw refused(source, "not valid YAML: " + e.getMessage());
        }
    }

    /**
     * Reads settings that came from elsewhere than a file, such as a command line; their values are taken as they are.
     *
     * @param settings values, lists and maps, nested as a file would nest them
     */
    public static ConfigReader of(String source, Map<String, ?> settings) {
        return new ConfigReader(source, new ObjectMapper().valueToTree(settings), new ArrayList<>());
    }

    /** The keys at the top of the file. */
    public Section root() {
        return root;
    }

    /**
     * Ends the reading; to be called after every known key was asked for.
     *
     * @throws ConfigException with every fault found, unknown keys included
     */
    public void finish() {
        root.noteUnknownKeys();
        finishPart();
    }

    /**
     * Ends the reading of some keys among others that are not looked at.
     *
     * @throws ConfigException with every fault found in what was read
     */
    public void finishPart() {
        if (!faults.isEmpty()) {
            throw new ConfigException(source, faults);
        }
    }

    private static ConfigException refused(String source, String reason) {
        return new ConfigException(source, List.of(new ConfigFault("", "", reason)));
    }
}
