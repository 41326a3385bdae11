package io.lingoduct.training.loop;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.training.network.Seq2Seq;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.Map;

/** Appends each event as a line of JSON; holds no sentences. */
public final class MetricsFile implements TrainingListener {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    public MetricsFile(Path file) {
        this.file = file;
    }

    @Override
    public void updated(Updates event) throws IOException {
        append("updates", fields(event));
    }

    @Override
    public void validated(Validated event, Seq2Seq network) throws IOException {
        var fields = fields(event);
        fields.remove("scores");
        fields.put("devPerplexity", event.scores().perplexity());
        fields.put("devBleu", event.scores().bleu());
        append("validated", fields);
    }

    @Override
    public void noted(long update, String text) throws IOException {
        append("note", Map.of("update", update, "text", text));
    }

    @Override
    public void resumed(long update) throws IOException {
        append("resumed", Map.of("update", update));
    }

    @Override
    public void rolledBack(RolledBack event) throws IOException {
        append("rolledBack", fields(event));
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Record event) {
        return JSON.convertValue(event, LinkedHashMap.class);
    }

    private void append(String event, Map<String, Object> fields) throws IOException {
        var line = new LinkedHashMap<String, Object>();
        line.put("event", event);
        line.putAll(fields);
        Files.writeString(
                file, JSON.writeValueAsString(line) + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }
}
