package io.lingoduct.tools;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;

/** The line is a JSON value and is sent as it stands. Values that are written over several lines are shown on one. */
public final class JsonValues implements ValueFormat {

    private final ObjectMapper mapper = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    @Override
    public byte[] encode(String line) {
        oneLine(line);
        return line.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public String decode(byte[] value) {
        var text = new String(value, StandardCharsets.UTF_8);
        var oneLine = oneLine(text);
        return text.indexOf('\n') < 0 ? text : oneLine;
    }

    private String oneLine(String json) {
        try {
            var value = mapper.readTree(json);
            if (value.isMissingNode()) {
                throw new KafkaToolException("not JSON: nothing stands there");
            }
            return value.toString();
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            throw new KafkaToolException(
                    "not JSON" + (place == null ? "" : " from character " + place.getColumnNr() + " on"));
        }
    }
}
