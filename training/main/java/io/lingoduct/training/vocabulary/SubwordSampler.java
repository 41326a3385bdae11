package io.lingoduct.training.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * BPE-dropout (Provilkov, Emelianenko and Voita, 2020: "BPE-Dropout: Simple and Effective Subword Regularization"): cuts a
 * word into tokens as byte-pair encoding does, but in each step leaves each possible merge out with a small probability. The
 * model sees the same sentence cut in many ways, and learns what tokens are made of.
 *
 * <p>The tokenizers library offers dropout without a seed, so the encoder is written out here. Without dropout it cuts text
 * exactly as the library does with the same file, save beside the few characters that {@link PreTokenizer} tells of. A word
 * costs the square of its length. Safe to use from many threads.
 */
public final class SubwordSampler {

    private record Merge(int rank, int joined) {}

    private final Map<String, Integer> ids;
    private final Map<Long, Merge> merges;
    private final int[] bytes;
    private final double dropout;

    private SubwordSampler(Map<String, Integer> ids, Map<Long, Merge> merges, double dropout) {
        this.ids = ids;
        this.merges = merges;
        this.dropout = dropout;
        this.bytes = new int[TokenizerFile.BYTES];
        // Some vocabularies name otherwise the bytes that no text has.
        Arrays.setAll(bytes, b -> ids.getOrDefault(TokenizerFile.byteToken(b), VocabularyBuilder.UNK));
    }

    /**
     * @param file a tokenizer.json of kind BPE that {@link VocabularyBuilder} wrote
     * @param dropout probability that a possible merge is left out, 0 to 1
     * @throws IllegalArgumentException if the file holds whole words: there is nothing to leave out
     */
    public static SubwordSampler load(Path file, double dropout) throws IOException {
        var model = new ObjectMapper().readTree(file.toFile()).path("model");
        if (model.path("ignore_merges").asBoolean()) {
            throw new IllegalArgumentException(file + " is a vocabulary of words");
        }
        var ids = new HashMap<String, Integer>();
        model.path("vocab")
                .properties()
                .forEach(token -> ids.put(token.getKey(), token.getValue().intValue()));
        return new SubwordSampler(ids, merges(model.path("merges"), ids), dropout);
    }

    private static Map<Long, Merge> merges(JsonNode list, Map<String, Integer> ids) {
        var merges = new HashMap<Long, Merge>();
        for (var pair : list) {
            var left = pair.get(0).textValue();
            var right = pair.get(1).textValue();
            merges.put(key(ids.get(left), ids.get(right)), new Merge(merges.size(), ids.get(left + right)));
        }
        return merges;
    }

    private static long key(int left, int right) {
        return (long) left << 32 | right;
    }

    /** Token ids of normalised text, cut at random: other ids, the same text. */
    public long[] sample(String normalized, SplittableRandom random) {
        var tokens = new long[normalized.length() + 1];
        int count = 0;
        for (var piece : PreTokenizer.split(normalized)) {
            var symbols = symbols(piece);
            int length = merge(symbols, random);
            tokens = count + length > tokens.length ? Arrays.copyOf(tokens, 2 * (count + length)) : tokens;
            for (int i = 0; i < length; i++) {
                tokens[count++] = symbols[i];
            }
        }
        return Arrays.copyOf(tokens, count);
    }

    /** One token a character, or one a byte where the character has none. */
    private int[] symbols(String piece) {
        return piece.codePoints()
                .mapToObj(Character::toString)
                .flatMapToInt(character -> {
                    var id = ids.get(character);
                    return id == null ? bytesOf(character) : IntStream.of(id);
                })
                .toArray();
    }

    private IntStream bytesOf(String character) {
        var utf8 = character.getBytes(StandardCharsets.UTF_8);
        return IntStream.range(0, utf8.length).map(i -> bytes[utf8[i] & 0xff]);
    }

    /** Merges in place, the earliest learnt pair first, the leftmost of equals; the length that is left. */
    private int merge(int[] symbols, SplittableRandom random) {
        int length = symbols.length;
        while (true) {
            Merge best = null;
            int at = 0;
            for (int i = 0; i + 1 < length; i++) {
                var merge = merges.get(key(symbols[i], symbols[i + 1]));
                boolean applies = merge != null && (dropout == 0 || random.nextDouble() >= dropout);
                if (applies && (best == null || merge.rank() < best.rank())) {
                    best = merge;
                    at = i;
                }
            }
            if (best == null) {
                return length;
            }
            symbols[at] = best.joined();
            System.arraycopy(symbols, at + 2, symbols, at + 1, length - at - 2);
            length--;
        }
    }
}
