package io.lingoduct.training.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.lingoduct.model.PlaceholderForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/**
 * Tokens that stand for what is not translated, in every vocabulary that is made here. They take the ids of the 13 bytes that
 * never occur in UTF-8, so that a vocabulary grows by none; their content is the characters for private use from U+E000 on, see
 * {@link PlaceholderForm#RESERVED}.
 */
public final class ReservedTokens {

    private static final int FIRST = 0xE000;
    private static final int[] BYTES = {0xC0, 0xC1, 0xF5, 0xF6, 0xF7, 0xF8, 0xF9, 0xFA, 0xFB, 0xFC, 0xFD, 0xFE, 0xFF};
    private static final ObjectMapper JSON = new ObjectMapper();

    private ReservedTokens() {}

    /** Whether a text holds one of these characters. */
    public static boolean occurIn(String text) {
        return text.chars().anyMatch(PlaceholderForm::isReserved);
    }

    /** Whether a tokenizer.json has these tokens. */
    public static boolean areIn(Path tokenizer) throws IOException {
        return areIn(JSON.readTree(tokenizer.toFile()).path("model").path("vocab"));
    }

    private static boolean areIn(JsonNode vocabulary) {
        return Arrays.stream(BYTES).allMatch(b -> vocabulary.has(ofByte(b)));
    }

    /** Content of the token with a byte's id: the byte's own name, or what the id is reserved for. */
    static String ofByte(int value) {
        int index = Arrays.binarySearch(BYTES, value);
        return index < 0 ? name(value) : Character.toString(FIRST + index);
    }

    private static String name(int value) {
        return "<0x%02X>".formatted(value);
    }

    /**
     * Copies a tokenizer.json, in which the tokens of such bytes become reserved ones if they are not yet. Every id stays what it
     * is. A file is copied as it is where it knows no bytes, or where one of the characters is another token there.
     *
     * @return whether the copy has the reserved tokens
     */
    public static boolean copyWith(Path tokenizer, Path copy) throws IOException {
        if (!(JSON.readTree(tokenizer.toFile()) instanceof ObjectNode tree)
                || !(tree.path("model").path("vocab") instanceof ObjectNode vocabulary)) {
            Files.copy(tokenizer, copy);
            return false;
        }
        boolean upgradable = Arrays.stream(BYTES).allMatch(b -> vocabulary.has(name(b)))
                && vocabulary.properties().stream().noneMatch(token -> occurIn(token.getKey()));
        if (!upgradable) {
            Files.copy(tokenizer, copy);
            return areIn(vocabulary);
        }
        var renamed = JSON.createObjectNode();
        vocabulary.properties().forEach(token -> renamed.set(contentFor(token.getKey()), token.getValue()));
        ((ObjectNode) tree.path("model")).set("vocab", renamed);
        Files.writeString(copy, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
        return true;
    }

    private static String contentFor(String token) {
        return Arrays.stream(BYTES)
                .filter(b -> name(b).equals(token))
                .mapToObj(ReservedTokens::ofByte)
                .findFirst()
                .orElse(token);
    }
}
