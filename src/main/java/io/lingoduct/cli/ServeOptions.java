package io.lingoduct.cli;

import io.lingoduct.config.ConfigReader;
import io.lingoduct.service.ServeConfig;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** One route, given on the command line instead of in a file. Values are checked as those of a file are. */
final class ServeOptions {

    @Option(names = "--bootstrap-servers", paramLabel = "HOST:PORT", description = "Brokers, separated by commas.")
    private String bootstrapServers;

    @Option(names = "--from", paramLabel = "TOPIC", description = "Topic to translate.")
    private String from;

    @Option(names = "--to", paramLabel = "TOPIC", description = "Topic that receives the translations.")
    private String to;

    @Option(names = "--model", paramLabel = "DIR", description = "Folder of the model bundle.")
    private Path model;

    @Option(names = "--format", paramLabel = "F", description = "text or avro. Default: text.")
    private String format;

    @Option(
            names = "--guarantee",
            paramLabel = "G",
            description = "exactly-once or at-least-once. Default: exactly-once.")
    private String guarantee;

    @Option(
            names = "--application-id",
            paramLabel = "ID",
            description = "First part of the consumer group's name. Default: lingoduct-FROM-to-TO.")
    private String applicationId;

    @Option(
            names = "--dead-letters",
            paramLabel = "TOPIC",
            description = "Topic for messages that cannot be translated. Default: the application id with .dead-letters"
                    + " behind.")
    private String deadLetters;

    @Option(names = "--threads", paramLabel = "N", description = "Batches run at once. Default: one for each core.")
    private Integer threads;

    @Option(
            names = "--beam",
            paramLabel = "K",
            description = "Hypotheses kept per segment; 1 is greedy. Default: as the bundle says.")
    private Integer beamSize;

    /**
     * @param commandLine that the options come from
     * @throws ParameterException naming the options that are missing for a route
     * @throws io.lingoduct.config.ConfigException naming the keys that a file would have
     */
    ServeConfig toConfig(CommandLine commandLine) {
        requireWhole(commandLine);
        var engine = new HashMap<String, Object>();
        putIfGiven(engine, "threads", threads);
        putIfGiven(engine, "beam-size", beamSize);
        var route = new HashMap<String, Object>(Map.of("from", from, "to", to, "model", model.toString()));
        putIfGiven(route, "format", format);
        var settings = new HashMap<String, Object>();
        settings.put("application-id", applicationId == null ? "lingoduct-" + from + "-to-" + to : applicationId);
        settings.put("kafka", Map.of("bootstrap.servers", bootstrapServers));
        settings.put("engine", engine);
        settings.put("routes", List.of(route));
        putIfGiven(settings, "guarantee", guarantee);
        putIfGiven(settings, "dead-letters", deadLetters);
        return ServeConfig.read(ConfigReader.of("command line", settings));
    }

    private void requireWhole(CommandLine commandLine) {
        var needed = new LinkedHashMap<String, Object>();
        needed.put("--bootstrap-servers", bootstrapServers);
        needed.put("--from", from);
        needed.put("--to", to);
        needed.put("--model", model);
        needed.values().removeIf(Objects::nonNull);
        if (!needed.isEmpty()) {
            throw new ParameterException(
                    commandLine,
                    "missing " + String.join(", ", needed.keySet())
                            + ": without --config the options describe a route, and it needs these");
        }
    }

    private static void putIfGiven(Map<String, Object> settings, String key, Object value) {
        if (value != null) {
            settings.put(key, value);
        }
    }
}
