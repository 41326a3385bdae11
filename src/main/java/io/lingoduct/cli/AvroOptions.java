package io.lingoduct.cli;

import io.lingoduct.registry.RegistrySettings;
import io.lingoduct.registry.SchemaRegistry;
import io.lingoduct.serde.avro.AvroFormat;
import io.lingoduct.serde.avro.framing.RegistryFraming;
import io.lingoduct.serde.avro.framing.SchemaFraming;
import io.lingoduct.serde.avro.framing.SingleObjectFraming;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.text.lines.InputFileException;
import io.lingoduct.tools.AvroValues;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import picocli.CommandLine.Option;

/** The options for Avro records, in lines and in values. */
final class AvroOptions {

    @Option(names = "--text", description = "With avro: a line is only the field text of the record.")
    private boolean textOnly;

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description = "With avro: schema (.avsc) of your own records, instead of those of schemas/.")
    private Path schema;

    @Option(
            names = "--registry-url",
            paramLabel = "URL",
            description =
                    "With avro: schema registry whose ids stand before the records. Default: the one of --config, or"
                            + " else none and Avro's single-object encoding.")
    private URI registryUrl;

    /**
     * @param topic that is read or written
     * @param config the configuration that may name a registry
     */
    AvroValues values(String topic, Optional<ServeConfig> config) throws IOException {
        var known = new ArrayList<>(List.of(AvroFormat.inputSchema(), AvroFormat.outputSchema()));
        var written = AvroFormat.inputSchema();
        if (schema != null) {
            written = read(schema);
            known.add(written);
        }
        return new AvroValues(written, framing(topic, new SingleObjectFraming(known), config), textOnly);
    }

    private SchemaFraming framing(String topic, SchemaFraming singleObject, Optional<ServeConfig> config) {
        return registry(config)
                .<SchemaFraming>map(registry -> new RegistryFraming(registry, singleObject, topic))
                .orElse(singleObject);
    }

    private Optional<SchemaRegistry> registry(Optional<ServeConfig> config) {
        return registryUrl != null
                ? Optional.of(new SchemaRegistry(RegistrySettings.of(registryUrl)))
                : config.map(ServeConfig::registry).map(SchemaRegistry::new);
    }

    private static Schema read(Path file) throws IOException {
        try {
            return new Schema.Parser().parse(file.toFile());
        } catch (SchemaParseException e) {
            throw new InputFileException(file, "is no Avro schema: " + e.getMessage(), e);
        }
    }
}
