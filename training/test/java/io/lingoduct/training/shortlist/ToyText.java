package io.lingoduct.training.shortlist;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.training.batch.EncodedPair;
import io.lingoduct.training.vocabulary.Pieces;
import io.lingoduct.training.vocabulary.VocabularyBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Sentence pairs of a few words, each of which is a token. */
final class ToyText {

    private final Map<String, Integer> source;
    private final Map<String, Integer> target;

    private ToyText(List<String> sourceWords, List<String> targetWords) {
        this.source = vocabulary(sourceWords);
        this.target = vocabulary(targetWords);
    }

    /** @param words of each language, with a space between */
    static ToyText ofWords(String sourceWords, String targetWords) {
        return new ToyText(List.of(sourceWords.split(" ")), List.of(targetWords.split(" ")));
    }

    private static Map<String, Integer> vocabulary(List<String> words) {
        var ids = new LinkedHashMap<String, Integer>();
        var bytes = IntStream.range(0, 256).mapToObj("<0x%02X>"::formatted);
        Stream.of(Stream.of("<pad>", "<s>", "</s>", "<unk>"), bytes, words.stream())
                .flatMap(tokens -> tokens)
                .forEach(token -> ids.put(token, ids.size()));
        return ids;
    }

    EncodedPair pair(String sourceSentence, String targetSentence) {
        var ids = ids(source, sourceSentence);
        var ended = Arrays.copyOf(ids, ids.length + 1);
        ended[ids.length] = VocabularyBuilder.EOS;
        return new EncodedPair(ended, ids(target, targetSentence));
    }

    private static long[] ids(Map<String, Integer> vocabulary, String sentence) {
        return Arrays.stream(sentence.split(" ")).mapToLong(vocabulary::get).toArray();
    }

    int source(String word) {
        return source.get(word);
    }

    int target(String word) {
        return target.get(word);
    }

    int[] targets(String words) {
        return Arrays.stream(words.split(" ")).mapToInt(target::get).sorted().toArray();
    }

    /** The token of a byte, such as {@code 0xE2}. */
    static String byteToken(int value) {
        return String.format(Locale.ROOT, "<0x%02X>", value);
    }

    TokenIndex index(List<EncodedPair> pairs) {
        return TokenIndex.of(pairs, source.size(), target.size());
    }

    Pieces sourcePieces() {
        return pieces(source);
    }

    Pieces targetPieces() {
        return pieces(target);
    }

    private static Pieces pieces(Map<String, Integer> vocabulary) {
        try {
            var file = Files.createTempFile("tokenizer", ".json");
            try {
                new ObjectMapper().writeValue(file.toFile(), Map.of("model", Map.of("vocab", vocabulary)));
                return Pieces.read(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
