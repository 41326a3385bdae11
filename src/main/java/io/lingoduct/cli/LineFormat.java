package io.lingoduct.cli;

import io.lingoduct.service.ServeConfig;
import io.lingoduct.tools.JsonValues;
import io.lingoduct.tools.TextValues;
import io.lingoduct.tools.ValueFormat;
import java.io.IOException;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for the form of values in lines. */
final class LineFormat {

    private enum Name {
        TEXT,
        JSON,
        AVRO
    }

    @Option(
            names = "--format",
            paramLabel = "F",
            description = {
                "text: a line is a value. json: a line is a JSON value. avro: a line is a record in Avro's JSON shape, by"
                        + " default a TranslationRequest or a Translation (schemas/).",
                "Default: text."
            })
    private Name name = Name.TEXT;

    @Mixin
    private AvroOptions avro;

    /**
     * @param topic that is read or written
     * @param config the configuration that may name a schema registry
     */
    ValueFormat values(String topic, Optional<ServeConfig> config) throws IOException {
        return switch (name) {
            case TEXT -> new TextValues();
            case JSON -> new JsonValues();
            case AVRO -> avro.values(topic, config);
        };
    }

    /** A separator as it is typed, where {@code \t} stands for a tabulator. */
    static String separator(String typed) {
        return typed == null ? null : typed.replace("\\t", "\t");
    }
}
