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
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.ISetter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;

/**
 * Options of a command that stand for keys of the configuration. Their help says what the keys say, and their values are
 * checked as those of a file are.
 */
final class KeyOptions {

    private final Map<String, KeyOption> options;
    private final Map<String, String> values = new LinkedHashMap<>();
    private CommandSpec command;

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

    /** Gives a command these options; whatever the parser finds is kept here. */
    void addTo(CommandSpec spec) {
        command = spec;
        specs().forEach(spec::addOption);
    }

    /** As {@link #addTo(CommandSpec)}, within a group. */
    void addTo(CommandSpec spec, ArgGroupSpec.Builder group) {
        command = spec;
        specs().forEach(group::addArg);
        spec.addArgGroup(group.build());
    }

    private List<OptionSpec> specs() {
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

    /** Values given for some keys, under their names. */
    Map<String, Object> settings(Key<?>... keys) {
        var settings = new LinkedHashMap<String, Object>();
        for (var key : keys) {
            if (values.containsKey(key.name())) {
                settings.put(key.name(), values.get(key.name()));
            }
        }
        return settings;
    }

    /** Faults of the values that were given, each with its option; empty where there are none. */
    List<String> faults(Function<Section, ?> reading) {
        var reader = ConfigReader.of("command line", values);
        reading.apply(reader.root());
        try {
            reader.finishPart();
            return List.of();
        } catch (ConfigException e) {
            return e.faults().stream().map(this::byOption).toList();
        }
    }

    /**
     * Reads what was given.
     *
     * @throws ParameterException with all {@link #faults}
     */
    <T> T read(Function<Section, T> reading) {
        var faults = faults(reading);
        if (!faults.isEmpty()) {
            throw new ParameterException(command.commandLine(), String.join("; ", faults));
        }
        return reading.apply(ConfigReader.of("command line", values).root());
    }

    private String byOption(ConfigFault fault) {
        var option = options.get(fault.key());
        return new ConfigFault(option.name, fault.value(), fault.reason()).toString();
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
