package io.lingoduct.tools.deadletters;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.observe.Printable;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Dead letters as JSON, one a line. What a letter does not tell is {@code null}. Keys and values that are no text stand in
 * base64 as {@code key_base64} and {@code value_base64}.
 */
final class DeadLetterJson implements DeadLetterList {

    private final ObjectMapper mapper = new ObjectMapper();
    private final PrintStream out;
    private final boolean withValues;

    DeadLetterJson(PrintStream out, boolean withValues) {
        this.out = out;
        this.withValues = withValues;
    }

    @Override
    public void add(DeadLetter letter) {
        var record = letter.record();
        var json = mapper.createObjectNode()
                .put("topic", letter.topic().orElse(null))
                .put("partition", letter.partition().orElse(null))
                .put("offset", letter.offset().orElse(null))
                .put("time", letter.time().toString())
                .put("stage", letter.stage().orElse(null))
                .put("exception", letter.exception().orElse(null))
                .put("message", letter.message().orElse(null));
        json.putObject("letter")
                .put("topic", record.topic())
                .put("partition", record.partition())
                .put("offset", record.offset());
        if (withValues) {
            put(json, "key", record.key());
            put(json, "value", record.value());
        }
        // The same JSON, with escapes for what Jackson writes as it is and a terminal would obey.
        out.println(Printable.line(json.toString()));
    }

    @Override
    public void end() {
        out.flush();
    }

    private static void put(ObjectNode json, String name, byte[] bytes) {
        if (bytes == null) {
            json.putNull(name);
            return;
        }
        try {
            json.put(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException e) {
            json.put(name + "_base64", Base64.getEncoder().encodeToString(bytes));
        }
    }
}
