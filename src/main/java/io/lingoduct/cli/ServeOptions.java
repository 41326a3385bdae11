package io.lingoduct.cli;

import io.lingoduct.cli.KeyOptions.KeyOption;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.config.Key;
import io.lingoduct.engine.EngineOptions;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.service.RouteConfig;
import io.lingoduct.service.ServeConfig;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgGroupSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** One route, given on the command line instead of in a file. */
final class ServeOptions {

    private static final Key<String> SERVERS = Key.string("bootstrap.servers", "Brokers, separated by commas.");
    private static final List<KeyOption> NEEDED = List.of(
            KeyOption.of(SERVERS, "--bootstrap-servers", "HOST:PORT"),
            KeyOption.of(RouteConfig.FROM, "--from", "TOPIC")
                    .about("Topic to translate.")
                    .required(),
            KeyOption.of(RouteConfig.TO, "--to", "TOPIC"),
            KeyOption.of(RouteConfig.MODEL, "--model", "DIR").required());
    private static final List<KeyOption> OTHERS = List.of(
            // Of a route with format json the fields are named, which takes a file.
            KeyOption.of(RouteConfig.FORMAT, "--format", "F")
                    .about("How texts lie in the messages' values: text or avro."),
            KeyOption.of(ServeConfig.GUARANTEE, "--guarantee", "G"),
            KeyOption.of(ServeConfig.APPLICATION_ID, "--application-id", "ID").otherwise("lingoduct-FROM-to-TO"),
            KeyOption.of(ServeConfig.DEAD_LETTERS, "--dead-letters", "TOPIC"),
            KeyOption.of(EngineOptions.THREADS, "--threads", "N"),
            KeyOption.of(SearchOptions.BEAM_SIZE, "--beam", "K"));

    private final KeyOptions keys =
            new KeyOptions(Stream.concat(NEEDED.stream(), OTHERS.stream()).toArray(KeyOption[]::new));

    /** Gives a command these options. */
    void addTo(CommandSpec command) {
        var group = ArgGroupSpec.builder()
                .exclusive(false)
                .heading("%nOne route without a file; " + needed() + " are required then:%n");
        keys.addTo(command, group);
    }

    /** The names of those without which there is no route. */
    static String needed() {
        var names = NEEDED.stream().map(KeyOption::name).toList();
        int last = names.size() - 1;
        return String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** The names of those that were given. */
    List<String> given() {
        return keys.given();
    }

    /**
     * @param commandLine that the options come from
     * @throws ParameterException naming the options that are missing for a route
     * @throws io.lingoduct.config.ConfigException naming the keys that a file would have
     */
    ServeConfig toConfig(CommandLine commandLine) {
        requireWhole(commandLine);
        var route = keys.settings(RouteConfig.FROM, RouteConfig.TO, RouteConfig.MODEL, RouteConfig.FORMAT);
        var settings = keys.settings(ServeConfig.APPLICATION_ID, ServeConfig.GUARANTEE, ServeConfig.DEAD_LETTERS);
        settings.putIfAbsent(
                ServeConfig.APPLICATION_ID.name(),
                "lingoduct-" + route.get(RouteConfig.FROM.name()) + "-to-" + route.get(RouteConfig.TO.name()));
        settings.put("kafka", keys.settings(SERVERS));
        settings.put("engine", keys.settings(EngineOptions.THREADS, SearchOptions.BEAM_SIZE));
        settings.put("routes", List.of(route));
        return ServeConfig.read(ConfigReader.of("command line", settings));
    }

    private void requireWhole(CommandLine commandLine) {
        var missing = NEEDED.stream()
                .map(KeyOption::name)
                .filter(name -> !keys.given().contains(name))
                .collect(Collectors.joining(", "));
        if (!missing.isEmpty()) {
            throw new ParameterException(
                    commandLine,
                    "missing " + missing + ": without --config the options describe a route, and it needs these");
        }
    }
}
