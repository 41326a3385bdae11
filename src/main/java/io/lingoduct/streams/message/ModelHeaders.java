package io.lingoduct.streams.message;

import io.lingoduct.serde.ModelStamp;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers that tell of a translation: its languages, and the model which made it. Their values are UTF-8. */
public final class ModelHeaders {

    /** Name of the model bundle, such as {@code en-de}. */
    public static final String MODEL = "lingoduct-model";

    /** Version of the model bundle. */
    public static final String MODEL_VERSION = "lingoduct-model-version";

    /** BCP 47 tag of the language that the texts were in; {@code und} where they are in none. */
    public static final String SOURCE_LANGUAGE = "lingoduct-source-language";

    /** BCP 47 tag of the language that the texts are in. */
    public static final String TARGET_LANGUAGE = "lingoduct-target-language";

    private static final List<String> ALL = List.of(MODEL, MODEL_VERSION, SOURCE_LANGUAGE, TARGET_LANGUAGE);

    private ModelHeaders() {}

    /**
     * A copy of a message's headers with those of its translation in place of those of an earlier one. Where no model had a
     * part in it, none is named.
     */
    public static Headers with(Headers original, ModelStamp model) {
        var headers = new RecordHeaders(original);
        ALL.forEach(headers::remove);
        if (!model.name().isEmpty()) {
            add(headers, MODEL, model.name());
            add(headers, MODEL_VERSION, model.version());
        }
        add(headers, SOURCE_LANGUAGE, model.sourceLanguage());
        add(headers, TARGET_LANGUAGE, model.targetLanguage());
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
