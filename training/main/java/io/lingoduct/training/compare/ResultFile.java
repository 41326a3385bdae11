package io.lingoduct.training.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lingoduct.training.files.UnusableFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Optional;

/**
 * The result of a finished part of a comparison, kept so that it need not be computed again.
 *
 * @param <T> records of figures
 */
final class ResultFile<T> {

    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private final Path file;
    private final String settings;
    private final TypeReference<T> type;

    /** @param settings what the result depends on; a result of other settings is not read */
    ResultFile(Path file, String settings, TypeReference<T> type) {
        this.file = file;
        this.settings = settings;
        this.type = type;
    }

    /**
     * @return empty if there is none, or one of other settings
     * @throws UnusableFileException if the file cannot be understood
     */
    Optional<T> read() throws IOException {
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode root = JSON.readTree(file.toFile());
            if (!root.path("settings").asText().equals(settings)) {
                return Optional.empty();
            }
            return Optional.of(JSON.readerFor(type).readValue(root.required("result")));
        } catch (JsonProcessingException | IllegalArgumentException e) {
            throw new UnusableFileException(file, "is damaged; delete it to have its figures computed again", e);
        }
    }

    /** Replaces what is there, at once. */
    void write(T result) throws IOException {
        var content = new LinkedHashMap<String, Object>();
        content.put("settings", settings);
        content.put("result", result);
        write(file, content);
    }

    /** Writes any records; whoever reads the file sees the old content or the new one, never half of it. */
    static void write(Path file, Object content) throws IOException {
        var part = file.resolveSibling(file.getFileName() + ".part");
        JSON.writerWithDefaultPrettyPrinter().writeValue(part.toFile(), content);
        Files.move(part, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
