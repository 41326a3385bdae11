package io.lingoduct.training.vocabulary;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;

/** The tokens of a tokenizer.json that {@link VocabularyBuilder} wrote, as it spells them: with space marks, bytes as such. */
public final class Pieces {

    private final String[] texts;
    private final Map<String, Integer> ids;

    private Pieces(String[] texts, Map<String, Integer> ids) {
        this.texts = texts;
        this.ids = ids;
    }

    public static Pieces read(Path file) throws IOException {
        var vocabulary =
                new ObjectMapper().readTree(file.toFile()).path("model").path("vocab");
        var texts = new String[vocabulary.size()];
        var ids = new HashMap<String, Integer>();
        vocabulary.properties().forEach(piece -> {
            int id = piece.getValue().intValue();
            texts[id] = piece.getKey();
            ids.put(piece.getKey(), id);
        });
        return new Pieces(texts, ids);
    }

    /** Number of ids, which run from 0. */
    public int size() {
        return texts.length;
    }

    public String text(int id) {
        return texts[id];
    }

    /** Whether the id stands for no text, such as end-of-sentence. */
    public static boolean isSpecial(int id) {
        return id < TokenizerFile.SPECIAL_TOKENS.length;
    }

    /**
     * Ids that spell the text of a piece, of this vocabulary or another: the piece itself where there is one, else the
     * longest ones from left to right, and bytes for a character that has no piece.
     */
    public int[] spell(String piece) {
        var spelt = IntStream.builder();
        for (int start = 0; start < piece.length(); ) {
            int end = longest(piece, start);
            if (end > start) {
                spelt.add(ids.get(piece.substring(start, end)));
                start = end;
            } else {
                var character = Character.toString(piece.codePointAt(start));
                for (byte value : character.getBytes(StandardCharsets.UTF_8)) {
                    spelt.add(ids.get(TokenizerFile.byteToken(value & 0xff)));
                }
                start += character.length();
            }
        }
        return spelt.build().toArray();
    }

    /** End of the longest piece that begins at {@code start}; {@code start} where there is none. */
    private int longest(String text, int start) {
        int end = text.length();
        while (end > start && !ids.containsKey(text.substring(start, end))) {
            end--;
        }
        return end;
    }
}
