package io.lingoduct.streams.quality;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.engine.TranslatedText;
import io.lingoduct.serde.ModelStamp;
import io.lingoduct.streams.status.Origin;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The poor translations of one message, for somebody to look at. As a value of the review topic it is JSON in UTF-8, names in
 * snake_case.
 *
 * @param topic the review topic
 * @param stamp languages and model, and the estimate of the worst
 * @param texts at least one, in the order of the message
 */
public record Review(String topic, ModelStamp stamp, List<Text> texts) {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int DECIMALS = 2;

    /**
     * A text whose translation seems poor.
     *
     * @param field path of its field as the route names it; empty where messages have no fields
     */
    public record Text(String field, String source, TranslatedText translation) {}

    public Review {
        texts = List.copyOf(texts);
    }

    /** The value with all texts. */
    public byte[] value(Origin origin) {
        var root = head(origin);
        var list = root.putArray("texts");
        for (var text : texts) {
            var node = list.addObject();
            if (!text.field().isEmpty()) {
                node.put("field", text.field());
            }
            node.put("source", text.source())
                    .put("translation", text.translation().text())
                    .put("quality", shown(text.translation().quality().estimate()));
            var concerns = node.putArray("concerns");
            text.translation().quality().concerns().forEach(concerns::add);
        }
        return bytes(root);
    }

    /** The value for a topic that does not take as much: without the texts, which are in the input topic. */
    public byte[] valueWithoutTexts(Origin origin) {
        return bytes(head(origin).put("omitted_texts", texts.size()));
    }

    private ObjectNode head(Origin origin) {
        return JSON.createObjectNode()
                .put("topic", origin.topic())
                .put("partition", origin.partition())
                .put("offset", origin.offset())
                .put("source_language", stamp.sourceLanguage())
                .put("target_language", stamp.targetLanguage())
                .put("model", stamp.name())
                .put("model_version", stamp.version())
                .put("quality", shown(stamp.quality()));
    }

    /** Cut and not rounded: what is below a limit must not look as if it were at it. */
    private static BigDecimal shown(double estimate) {
        return BigDecimal.valueOf(estimate).setScale(DECIMALS, RoundingMode.DOWN);
    }

    private static byte[] bytes(ObjectNode root) {
        try {
            return JSON.writeValueAsString(root).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of JSON cannot be written", e);
        }
    }
}
