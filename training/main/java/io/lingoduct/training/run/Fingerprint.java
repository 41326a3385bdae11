package io.lingoduct.training.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.lingoduct.model.bundle.Checksums;
import io.lingoduct.training.config.RunConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Tells whether one run can go on where another stopped, and if not, why: all that the weights depend on, setting by setting.
 *
 * @param settings by their keys in the configuration; of a text its checksum, see {@link #content}
 */
public record Fingerprint(SortedMap<String, String> settings) {

    private static final String CONTENT = "sha256:";
    private static final JsonMapper CANONICAL = JsonMapper.builder()
            .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();
    private static final TypeReference<TreeMap<String, String>> SETTINGS = new TypeReference<>() {};

    public Fingerprint {
        settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
    }

    /**
     * Changes with the data that is learnt from, chosen on or kept out of learning, byte by byte, and with every setting that
     * the weights depend on. Threads and device are left out: a run may move to another machine, though dropout then differs
     * from there on. The shortlist is left out: a run that is done can be exported again with another.
     */
    public static Fingerprint of(RunConfig config) throws IOException {
        return of(config, Optional.empty());
    }

    /** The same for a run that starts from another, with what it takes over. */
    static Fingerprint of(RunConfig config, Optional<StartingPoint> start) throws IOException {
        var own = new Fingerprint(RunSettings.of(config));
        return start.isPresent() ? own.with("start-from", content(start.get().fingerprint())) : own;
    }

    /** Value of a setting that stands for a whole text: its checksum, which only shows whether the text is the same. */
    public static String content(String text) {
        return CONTENT + Checksums.sha256(text);
    }

    /** The same of a file. */
    static String content(Path file) throws IOException {
        return CONTENT + Checksums.sha256(file);
    }

    /**
     * SHA-256 of the canonical JSON of some components: sorted by name, without spaces. It changes with every value, and not
     * with the order in which records declare them.
     *
     * @param components a record or a map of such, down to numbers, texts and constants
     */
    public static String hash(Object components) {
        try {
            return Checksums.sha256(CANONICAL.writeValueAsString(components));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws JsonProcessingException if it is none */
    static Fingerprint parse(String json) throws JsonProcessingException {
        return new Fingerprint(CANONICAL.readValue(json, SETTINGS));
    }

    /** The same with something more that must not differ. */
    public Fingerprint with(String key, String value) {
        var more = new TreeMap<>(settings);
        more.put(key, value);
        return new Fingerprint(more);
    }

    /** Canonical: sorted by key, without spaces. */
    String json() {
        try {
            return CANONICAL.writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SHA-256 of {@link #json}. */
    String hash() {
        return hash(settings);
    }

    /** The keys that differ in another one, with both values; empty where nothing does. */
    String differences(Fingerprint there) {
        var keys = new TreeSet<>(settings.keySet());
        keys.addAll(there.settings.keySet());
        return keys.stream()
                .filter(key -> !value(there.settings, key).equals(value(settings, key)))
                .map(key -> difference(key, value(there.settings, key), value(settings, key)))
                .collect(Collectors.joining(", "));
    }

    private static String value(Map<String, String> settings, String key) {
        return settings.getOrDefault(key, "none");
    }

    private static String difference(String key, String there, String here) {
        return there.startsWith(CONTENT) && here.startsWith(CONTENT)
                ? key + " (its content)"
                : "%s (%s there, %s here)".formatted(key, shown(there), shown(here));
    }

    private static String shown(String value) {
        return value.startsWith(CONTENT) ? "one" : value;
    }
}
