package io.lingoduct.registry;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Set;

/**
 * Estimated work of Avro's parser for the text of a schema and all that it refers to. The parser goes through the whole schema once
 * for each type with a name: a text of half a megabyte with ten thousand small types keeps it busy for minutes.
 */
final class ParserEffort {

    /** Types with a name times all values of the JSON; some seconds of work. */
    static final long MAX = 10_000_000;

    /** Members that only records, enums and fixed types have; something else that has one is counted, too. */
    private static final Set<String> OF_NAMED_TYPES = Set.of("fields", "symbols", "size");

    // As Avro's own: comments are taken.
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonReadFeature.ALLOW_JAVA_COMMENTS).build();

    private long named;
    private long values;

    /**
     * Counts a text in.
     *
     * @return whether all texts so far are within the limit
     * @throws JsonProcessingException if it is not JSON
     */
    boolean isWithinLimit(String text) throws JsonProcessingException {
        try (var parser = JSON.createParser(text)) {
            for (var token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    named += OF_NAMED_TYPES.contains(parser.currentName()) ? 1 : 0;
                } else if (!token.isStructEnd()) {
                    values++;
                }
                if (named * values > MAX) {
                    return false;
                }
            }
            return true;
        } catch (JsonProcessingException e) {
            throw e;
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory failed", e);
        }
    }
}
