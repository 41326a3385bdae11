package io.lingoduct.streams.message;

import io.lingoduct.serde.ModelStamp;
import io.lingoduct.streams.quality.Judgement;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * The headers that tell of a translation: its languages, the model which made it, and how good it seems. Their values are
 * UTF-8.
 */
public final class ModelHeaders {

    /** Name of the model bundle, such as {@code en-de}. */
    public static final String MODEL = "lingoduct-model";

    /** Version of the model bundle. */
    public static final String MODEL_VERSION = "lingoduct-model-version";

    /** BCP 47 tag of the language that the texts were in; {@code und} where they are in none. */
    public static final String SOURCE_LANGUAGE = "lingoduct-source-language";

    /** BCP 47 tag of the language that the texts are in. */
    public static final String TARGET_LANGUAGE = "lingoduct-target-language";

    /** Estimate for the worst text of the message, from {@code 0.00} to {@code 1.00}, cut to two decimals. */
    public static final String QUALITY = "lingoduct-quality";

    /** Reason why texts stayed as they were although a model had translated them. */
    public static final String UNTRANSLATED = "lingoduct-untranslated";

    /** Value of {@link #UNTRANSLATED}: the translation seemed worse than the route wants it. */
    public static final String LOW_QUALITY = "low-quality";

    private static final List<String> ALL =
            List.of(MODEL, MODEL_VERSION, SOURCE_LANGUAGE, TARGET_LANGUAGE, QUALITY, UNTRANSLATED);
    private static final int HUNDREDTHS = 100;
    // 0.29 is a little less than 29 hundredths as a binary fraction.
    private static final double SLACK = 1e-9;
    // Every message has one: they are made once.
    private static final List<byte[]> ESTIMATES = IntStream.rangeClosed(0, HUNDREDTHS)
            .mapToObj(hundredths -> String.format(Locale.ROOT, "%.2f", hundredths / (double) HUNDREDTHS)
                    .getBytes(StandardCharsets.UTF_8))
            .toList();

    private ModelHeaders() {}

    /**
     * A copy of a message's headers with those of its translation in place of those of an earlier one. Where no model had a
     * part in it, none is named.
     */
    public static Headers with(Headers original, ModelStamp model, Judgement judgement) {
        var headers = new RecordHeaders(original);
        ALL.forEach(headers::remove);
        if (!model.name().isEmpty()) {
            add(headers, MODEL, model.name());
            add(headers, MODEL_VERSION, model.version());
        }
        add(headers, SOURCE_LANGUAGE, model.sourceLanguage());
        add(headers, TARGET_LANGUAGE, model.targetLanguage());
        if (model.hasQuality()) {
            headers.add(QUALITY, ESTIMATES.get((int) (model.quality() * HUNDREDTHS + SLACK)));
        }
        if (judgement.keepsSources()) {
            add(headers, UNTRANSLATED, LOW_QUALITY);
        }
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
