package io.lingoduct.model.bundle;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.BitSet;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import java.util.regex.Pattern;

/**
 * Tells text that a vocabulary has nothing for: with byte fallback each of its letters becomes the tokens of its bytes, and
 * a model that has hardly seen them makes nothing of them, at the price of the longest sentences.
 *
 * @param bytes ids of the tokens that stand for one byte each; empty without byte fallback
 * @param words ids of the tokens with a letter
 */
public record SpelledWords(BitSet bytes, BitSet words) {

    private static final Pattern BYTE = Pattern.compile("<0x\\p{XDigit}{2}>");

    /**
     * @param vocab the vocabulary of a tokenizer.json: ids by token, or a list of tokens with their scores
     * @param specialIds ids of tokens that are no text
     */
    static SpelledWords of(JsonNode vocab, Set<Integer> specialIds) {
        var bytes = new BitSet();
        var words = new BitSet();
        forEach(vocab, (token, id) -> {
            if (BYTE.matcher(token).matches()) {
                bytes.set(id);
            } else if (!specialIds.contains(id) && token.codePoints().anyMatch(Character::isLetter)) {
                words.set(id);
            }
        });
        return new SpelledWords(bytes, words);
    }

    /** Whether some of the text had to be spelled out in bytes and no letter of it stands in another token. */
    public boolean in(long[] ids) {
        boolean spelled = false;
        for (long id : ids) {
            if (words.get((int) id)) {
                return false;
            }
            spelled |= bytes.get((int) id);
        }
        return spelled;
    }

    private static void forEach(JsonNode vocab, ObjIntConsumer<String> tokens) {
        if (vocab.isArray()) {
            for (int id = 0; id < vocab.size(); id++) {
                tokens.accept(vocab.path(id).path(0).asText(), id);
            }
        } else {
            vocab.properties()
                    .forEach(token ->
                            tokens.accept(token.getKey(), token.getValue().asInt()));
        }
    }
}
