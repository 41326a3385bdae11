package io.lingoduct.cli;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.IModelTransformer;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Options of a command that stand for keys of the configuration. Their help says what the keys say, and their values are
 * checked as those of a file are.
 */
final class KeyOptions {

    private final Map<String, KeyOption> options;
    private final Map<String, String> values = new LinkedHashMap<>();

    KeyOptions(KeyOption... options) {
        this.options = Stream.of(options)
                .collect(Collectors.toMap(
                        option -> option.key.name(), Function.identity(), (one, other) -> one, LinkedHashMap::new));
    }

    /**
     * An option that stands for a key.
     *
     * @param name with its hyphens
     * @param label what the help calls the value; empty for a switch
     * @param about one sentence, or more
     * @param otherwise what holds without the option; empty where nothing does
     * @param switched the key's value where the option is a switch; else null
     */
    record KeyOption(Key<?> key, String name, String label, String about, String otherwise, String switched) {

        /** With the key's sentence, range and default. */
        static KeyOption of(Key<?> key, String name, String label) {
            var range = key.takesAnything() ? "." : " (" + key.expected() + ").";
            return new KeyOption(
                    key,
                    name,
                    label,
                    key.about().replaceFirst("\\.$", "") + range,
                    key.otherwise().orElse(""),
                    null);
        }

        /** A switch that gives the key a value. */
        static KeyOption of(Key<Boolean> key, boolean value, String name, String about) {
            return new KeyOption(key, name, "", about, "", Boolean.toString(value));
        }

        /** The same with another sentence, where only a part of the key's values makes sense. */
        KeyOption about(String other) {
            return new KeyOption(key, name, label, other, otherwise, switched);
        }

        /** The same with another default. */
        KeyOption otherwise(String other) {
            return new KeyOption(key, name, label, about, other, switched);
        }

        /** The same without a default, as the command cannot do without it. */
        KeyOption required() {
            return otherwise("");
        }

        private OptionSpec spec(ISetter setter) {
            var text = about + (otherwise.isEmpty() ? "" : " Default: " + otherwise + ".");
            var spec = OptionSpec.builder(name)
                    .description(text.replace("%", "%%"))
                    .setter(setter);
            return switched == null
                    ? spec.type(String.class).paramLabel(label).build()
                    : spec.type(boolean.class).arity("0").build();
        }
    }

    /** A command whose options are not all annotations. */
    interface Owner {

        /** @param command the command's own model, before anything is parsed */
        void addOptions(CommandSpec command);
    }

    /** Has an {@link Owner} add its options; to be named as the command's {@code modelTransformer}. */
    static final class Adder implements IModelTransformer {

        @Override
        public CommandSpec transform(CommandSpec command) {
            ((Owner) command.userObject()).addOptions(command);
            return command;
        }
    }

    /** For the parser; whatever it finds is kept here. */
    List<OptionSpec> specs() {
        return options.values().stream()
                .map(option -> option.spec(setter(option)))
                .toList();
    }

    /** The names of the options that were given. */
    List<String> given() {
        return options.values().stream()
                .filter(option -> values.containsKey(option.key.name()))
                .map(KeyOption::name)
                .toList();
    }

    /** What was given for some keys, under their names. */
    Map<String, Object> settings(Key<?>... keys) {
        var settings = new LinkedHashMap<String, Object>();
        for (var key : keys) {
            if (values.containsKey(key.name())) {
                settings.put(key.name(), values.get(key.name()));
            }
        }
        return settings;
    }

    /**
     * Reads what was given.
     *
     * @throws ConfigException with every value that cannot be, under the name of its option
     */
    <T> T read(Function<Section, T> reading) {
        var reader = ConfigReader.of("command line", values);
        var read = reading.apply(reader.root());
        try {
            reader.finishPart();
        } catch (ConfigException e) {
            throw new ConfigException(
                    "command line",
                    e.faults().stream()
                            .map(fault -> new ConfigFault(options.get(fault.key()).name, fault.value(), fault.reason()))
                            .toList());
        }
        return read;
    }

    /** The parser hands over null, and false for a switch, where the option was not given. */
    private ISetter setter(KeyOption option) {
        return new ISetter() {
            @Override
            public <T> T set(T value) {
                if (value == null || Boolean.FALSE.equals(value)) {
                    values.remove(option.key.name());
                } else {
                    values.put(option.key.name(), option.switched == null ? value.toString() : option.switched);
                }
                return null;
            }
        };
    }
}
