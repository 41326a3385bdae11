package io.lingoduct.streams;

import io.lingoduct.serde.ModelStamp;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** The headers that name the model which made a translation. Their values are UTF-8. */
public final class ModelHeaders {

    /** Name of the model bundle, such as {@code en-de}. */
    public static final String MODEL = "lingoduct-model";

    /** Version of the model bundle. */
    public static final String MODEL_VERSION = "lingoduct-model-version";

    private ModelHeaders() {}

    /** A copy of a message's headers with the model's in place of those of an earlier translation. */
    static Headers with(Headers original, ModelStamp model) {
        var headers = new RecordHeaders(original);
        headers.remove(MODEL);
        headers.remove(MODEL_VERSION);
        headers.add(MODEL, model.name().getBytes(StandardCharsets.UTF_8));
        headers.add(MODEL_VERSION, model.version().getBytes(StandardCharsets.UTF_8));
        return headers;
    }
}
