package io.lingoduct.front.align;

import io.lingoduct.model.Alignment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Words of a source and of its translation, and how much of each target word goes back to each source word. A word is a run of
 * characters without a space; marks at its edges are words of their own.
 *
 * @param weights {@code [T][S]}, each row adds up to 1, or to less where attention went elsewhere
 */
public record WordAlignment(List<Word> source, List<Word> target, float[][] weights) {

    /** A word by its place, [start, end). */
    public record Word(int start, int end) {}

    /** A token of a vocabulary that spells by bytes what it has no other token for. */
    private static final Pattern BYTE = Pattern.compile("<0x[0-9A-F]{2}>");

    private static final char WORD_START = '\u2581';

    /**
     * Makes words of tokens.
     *
     * @param source text that the attention was paid to, as the model read it
     * @param target text that was written
     * @param attention of the tokens of these texts
     * @return empty if the tokens do not spell the texts
     */
    public static Optional<WordAlignment> of(String source, String target, Alignment attention) {
        var sourceWords = words(source);
        var targetWords = words(target);
        int[] sourceOfToken = wordOfTokens(source, sourceWords, attention.source());
        int[] targetOfToken = wordOfTokens(target, targetWords, attention.target());
        if (sourceOfToken == null || targetOfToken == null) {
            return Optional.empty();
        }
        var weights = new float[targetWords.size()][sourceWords.size()];
        var tokens = new int[targetWords.size()];
        for (int t = 0; t < targetOfToken.length; t++) {
            int word = targetOfToken[t];
            if (word >= 0) {
                tokens[word]++;
                for (int s = 0; s < sourceOfToken.length; s++) {
                    if (sourceOfToken[s] >= 0) {
                        weights[word][sourceOfToken[s]] += attention.weights()[t][s];
                    }
                }
            }
        }
        for (int word = 0; word < weights.length; word++) {
            for (int s = 0; s < weights[word].length && tokens[word] > 1; s++) {
                weights[word][s] /= tokens[word];
            }
        }
        return Optional.of(new WordAlignment(sourceWords, targetWords, weights));
    }

    /** Each target word belongs to the source word at the same share of the length: for models that do not show their attention. */
    public static WordAlignment diagonal(String source, String target) {
        var sourceWords = words(source);
        var targetWords = words(target);
        var weights = new float[targetWords.size()][sourceWords.size()];
        for (int t = 0; t < weights.length && !sourceWords.isEmpty(); t++) {
            weights[t][(int) ((long) t * sourceWords.size() / targetWords.size())] = 1;
        }
        return new WordAlignment(sourceWords, targetWords, weights);
    }

    /** The source word that a target word goes back to most; -1 if it goes back to none. */
    public int sourceOf(int targetWord) {
        int best = -1;
        float most = 0;
        for (int s = 0; s < source.size(); s++) {
            if (weights[targetWord][s] > most) {
                most = weights[targetWord][s];
                best = s;
            }
        }
        return best;
    }

    /** Cuts a text into words. */
    public static List<Word> words(String text) {
        var words = new ArrayList<Word>();
        int i = 0;
        while (i < text.length()) {
            int end = i + Character.charCount(text.codePointAt(i));
            if (isOfWord(text.codePointAt(i))) {
                while (end < text.length() && isOfWord(text.codePointAt(end))) {
                    end += Character.charCount(text.codePointAt(end));
                }
            }
            if (!Character.isWhitespace(text.codePointAt(i)) && text.charAt(i) != '\u00A0') {
                words.add(new Word(i, end));
            }
            i = end;
        }
        return List.copyOf(words);
    }

    private static boolean isOfWord(int codePoint) {
        return Character.isLetterOrDigit(codePoint)
                || Character.getType(codePoint) == Character.NON_SPACING_MARK
                || Character.getType(codePoint) == Character.PRIVATE_USE;
    }

    /** The word that each token begins in; -1 for tokens without a character, such as the end of the sentence; null if they do not fit. */
    private static int[] wordOfTokens(String text, List<Word> words, List<String> tokens) {
        var result = new int[tokens.size()];
        Arrays.fill(result, -1);
        int at = 0;
        int word = 0;
        int i = 0;
        while (i < tokens.size() - 1) { // the last one is the end of the sentence
            int count = characterLength(tokens, i);
            var spelled = count == 0 ? tokens.get(i) : character(tokens.subList(i, i + count));
            for (int c = 0; c < spelled.length(); c++) {
                char expected = spelled.charAt(c);
                if (expected == WORD_START || expected == ' ') {
                    continue;
                }
                while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
                    at++;
                }
                if (at >= text.length() || text.charAt(at) != expected) {
                    return null;
                }
                while (word < words.size() && words.get(word).end() <= at) {
                    word++;
                }
                if (result[i] < 0 && word < words.size() && words.get(word).start() <= at) {
                    Arrays.fill(result, i, i + Math.max(1, count), word);
                }
                at++;
            }
            i += Math.max(1, count);
        }
        return result;
    }

    /** Number of tokens, each a byte, that spell a character together; 0 if no byte stands there. */
    private static int characterLength(List<String> tokens, int at) {
        if (!isByte(tokens.get(at))) {
            return 0;
        }
        int lead = byteOf(tokens.get(at));
        int length = lead < 0xC0 ? 1 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
        int end = at + 1;
        while (end < at + length && end < tokens.size() && isByte(tokens.get(end))) {
            end++;
        }
        return end - at;
    }

    private static boolean isByte(String token) {
        return BYTE.matcher(token).matches();
    }

    private static int byteOf(String token) {
        return Integer.parseInt(token.substring(3, 5), 16);
    }

    private static String character(List<String> bytes) {
        var encoded = new byte[bytes.size()];
        for (int i = 0; i < encoded.length; i++) {
            encoded[i] = (byte) byteOf(bytes.get(i));
        }
        return new String(encoded, StandardCharsets.UTF_8);
    }
}
