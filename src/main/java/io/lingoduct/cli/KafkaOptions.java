package io.lingoduct.cli;

import io.lingoduct.config.names.KafkaNames;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.text.lines.InputFileException;
import io.lingoduct.tools.ClientSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import picocli.CommandLine.Option;

/** The options by which a command reaches the brokers. */
final class KafkaOptions {

    /** Longest wait for the brokers to answer the first question. */
    static final Duration ANSWER_LIMIT = Duration.ofSeconds(10);

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "Brokers, separated by commas. Default: those of the files, or else "
                    + ClientSettings.DEFAULT_SERVERS + ".")
    private String bootstrapServers;

    @Option(
            names = "--kafka-config",
            paramLabel = "FILE",
            description = "Settings of Kafka's clients as properties, such as those of TLS and login.")
    private Path properties;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Configuration of serve in YAML, of which kafka, registry and dead-letters are taken.")
    private Path config;

    /** The settings of all sources; the command line beats the properties, and these the configuration. */
    ClientSettings settings() throws IOException {
        var settings = new HashMap<String, String>();
        serveConfig().ifPresent(serve -> settings.putAll(serve.kafka()));
        if (properties != null) {
            settings.putAll(read(properties));
        }
        if (bootstrapServers != null) {
            settings.put("bootstrap.servers", bootstrapServers);
        }
        return new ClientSettings(settings);
    }

    /** The configuration that was named. */
    Optional<ServeConfig> serveConfig() {
        return Optional.ofNullable(config).map(ServeConfig::read);
    }

    private static Map<String, String> read(Path file) throws IOException {
        var properties = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            properties.load(in);
        } catch (IllegalArgumentException e) {
            throw new InputFileException(file, "is no properties file: " + e.getMessage(), e);
        }
        var settings = new HashMap<String, String>();
        for (var name : properties.stringPropertyNames()) {
            var slip = KafkaNames.fault(name);
            if (slip.isPresent()) {
                throw new InputFileException(file, name + ": " + slip.get());
            }
            settings.put(name, properties.getProperty(name));
        }
        return settings;
    }
}
