package io.lingoduct.cli;

import io.lingoduct.tools.AvroValues;
import io.lingoduct.tools.JsonValues;
import io.lingoduct.tools.TextValues;
import io.lingoduct.tools.ValueFormat;
import picocli.CommandLine.Option;

/** How values stand in lines. */
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
                "text: a line is a value. json: a line is a JSON value. avro: a line is a TranslationRequest or a"
                        + " Translation (schemas/) in Avro's JSON shape, its value in single-object encoding.",
                "Default: text."
            })
    private Name name = Name.TEXT;

    @Option(names = "--text", description = "With avro: a line is only the text of the record.")
    private boolean textOnly;

    ValueFormat values() {
        return switch (name) {
            case TEXT -> new TextValues();
            case JSON -> new JsonValues();
            case AVRO -> new AvroValues(textOnly);
        };
    }

    /** A separator as it is typed, where {@code \t} stands for a tabulator. */
    static String separator(String typed) {
        return typed == null ? null : typed.replace("\\t", "\t");
    }
}
