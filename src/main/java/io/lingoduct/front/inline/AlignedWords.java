package io.lingoduct.front.inline;

import io.lingoduct.front.align.WordAlignment;
import io.lingoduct.front.align.WordAlignment.Word;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words of a source and a target, and how much of each target word comes from a run of source words. Punctuation is left out of this:
 * what attention says of it is noise.
 */
final class AlignedWords {

    private final String sourceText;
    private final String targetText;
    private final List<Word> source;
    private final List<Word> target;
    private final boolean[] sourceContent;
    private final boolean[] targetContent;
    /** [t][s]: what target word t takes from the source words before s. */
    private final double[][] before;

    private final Map<String, List<Integer>> targetByText = new HashMap<>();

    AlignedWords(String sourceText, String targetText, WordAlignment alignment) {
        this.sourceText = sourceText;
        this.targetText = targetText;
        var sourceIndex = new ArrayList<Integer>();
        var targetIndex = new ArrayList<Integer>();
        source = within(sourceText, alignment.source(), sourceIndex);
        target = within(targetText, alignment.target(), targetIndex);
        sourceContent = content(sourceText, source);
        targetContent = content(targetText, target);
        before = new double[target.size()][source.size() + 1];
        for (int t = 0; t < target.size(); t++) {
            targetByText
                    .computeIfAbsent(textOf(targetText, target.get(t)), text -> new ArrayList<>())
                    .add(t);
            fill(before[t], t, alignment.weights(), targetIndex.get(t), sourceIndex);
        }
    }

    /** Squares make the strong weights stronger: attention is spread wider than the words that belong together. */
    private void fill(double[] sums, int t, float[][] weights, int row, List<Integer> columns) {
        var squares = new double[source.size()];
        double all = 0;
        for (int s = 0; s < squares.length && targetContent[t] && row < weights.length; s++) {
            double weight = sourceContent[s] && columns.get(s) < weights[row].length ? weights[row][columns.get(s)] : 0;
            squares[s] = weight > 0 && weight <= 1 ? weight * weight : 0;
            all += squares[s];
        }
        for (int s = 0; s < squares.length; s++) {
            sums[s + 1] = sums[s] + (all > 0 ? squares[s] / all : 0);
        }
    }

    private static List<Word> within(String text, List<Word> words, List<Integer> index) {
        var result = new ArrayList<Word>(words.size());
        int at = 0;
        for (int i = 0; i < words.size(); i++) {
            int start = wholeCharacter(text, Math.max(at, words.get(i).start()));
            int end = wholeCharacter(text, words.get(i).end());
            if (start < end) {
                result.add(new Word(start, end));
                index.add(i);
                at = end;
            }
        }
        return result;
    }

    private static int wholeCharacter(String text, int at) {
        if (at >= text.length()) {
            return text.length();
        }
        return at > 0 && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at)) ? at + 1 : at;
    }

    private static boolean[] content(String text, List<Word> words) {
        var content = new boolean[words.size()];
        for (int i = 0; i < content.length; i++) {
            content[i] = !isPunctuation(text.codePointAt(words.get(i).start()));
        }
        return content;
    }

    private static boolean isPunctuation(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONNECTOR_PUNCTUATION,
                    Character.DASH_PUNCTUATION,
                    Character.START_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.INITIAL_QUOTE_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.OTHER_PUNCTUATION -> true;
            default -> false;
        };
    }

    private static String textOf(String text, Word word) {
        return text.substring(word.start(), word.end());
    }

    String sourceText() {
        return sourceText;
    }

    String targetText() {
        return targetText;
    }

    int sourceSize() {
        return source.size();
    }

    int targetSize() {
        return target.size();
    }

    Word source(int s) {
        return source.get(s);
    }

    Word target(int t) {
        return target.get(t);
    }

    String sourceWord(int s) {
        return textOf(sourceText, source.get(s));
    }

    boolean isSourceContent(int s) {
        return sourceContent[s];
    }

    boolean isTargetContent(int t) {
        return targetContent[t];
    }

    /** Share of a target word that comes from the source words [first, last). */
    double share(int t, int first, int last) {
        return before[t][last] - before[t][first];
    }

    /** Share of a target word that comes from anywhere: 1, or 0 where nothing is known. */
    double total(int t) {
        return before[t][source.size()];
    }

    /** The first source word that ends behind a place. */
    int sourceEndingBehind(int place) {
        return firstBehind(source, place, true);
    }

    /** The first source word that starts at a place or behind it. */
    int sourceStartingFrom(int place) {
        return firstBehind(source, place - 1, false);
    }

    /** The first target word that starts at a place or behind it. */
    int targetStartingFrom(int place) {
        return firstBehind(target, place - 1, false);
    }

    /** The first target word that ends behind a place. */
    int targetEndingBehind(int place) {
        return firstBehind(target, place, true);
    }

    private static int firstBehind(List<Word> words, int place, boolean byEnd) {
        int low = 0;
        int high = words.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if ((byEnd ? words.get(middle).end() : words.get(middle).start()) > place) {
                high = middle;
            } else {
                low = middle + 1;
            }
        }
        return low;
    }

    /** The target word in [first, last) that takes most from a source word; -1 if none takes anything. */
    int targetOf(int s, int first, int last) {
        int best = -1;
        double most = 0;
        for (int t = first; t < last; t++) {
            if (share(t, s, s + 1) > most) {
                most = share(t, s, s + 1);
                best = t;
            }
        }
        return best;
    }

    /** The target words that are spelled as a source word, in their order. */
    List<Integer> sameInTarget(int s) {
        return targetByText.getOrDefault(sourceWord(s), List.of());
    }

    boolean isSame(int s, int t) {
        return sourceWord(s).equals(textOf(targetText, target.get(t)));
    }
}
