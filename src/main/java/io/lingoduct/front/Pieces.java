package io.lingoduct.front;

import io.lingoduct.front.check.Finding;
import io.lingoduct.front.check.OutputCheck;
import io.lingoduct.model.Translation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A masked segment cut at its masks. What stands between them is translated piece by piece, so that the masks stay where they are whatever
 * the model does.
 *
 * @param texts one more than there are masks, each with the white space and marks at its edges
 * @param words the part of each that is translated; empty where there is no word
 */
record Pieces(List<String> texts, List<String> words) {

    static Pieces of(String masked) {
        var texts = new ArrayList<String>();
        var words = new ArrayList<String>();
        int start = 0;
        for (int end = masked.indexOf(Mask.CHARACTER); end >= 0; end = masked.indexOf(Mask.CHARACTER, start)) {
            texts.add(masked.substring(start, end));
            start = end + 1;
        }
        texts.add(masked.substring(start));
        texts.forEach(text -> words.add(text.substring(firstLetter(text), behindLastLetter(text))));
        return new Pieces(List.copyOf(texts), List.copyOf(words));
    }

    List<Step.Request> requests() {
        return words.stream()
                .filter(piece -> !piece.isEmpty())
                .map(piece -> new Step.Request(piece, Step.Search.USUAL))
                .toList();
    }

    /** The translations with masks between them; a piece without a good one stays as it is. */
    String joined(List<Optional<Translation>> answers) {
        var target = new StringBuilder();
        int next = 0;
        for (int i = 0; i < texts.size(); i++) {
            var text = texts.get(i);
            var piece = words.get(i);
            if (i > 0) {
                target.append(Mask.CHARACTER);
            }
            if (piece.isEmpty()) {
                target.append(text);
            } else {
                int at = firstLetter(text);
                target.append(text, 0, at)
                        .append(orPiece(piece, answers.get(next++)))
                        .append(text.substring(at + piece.length()));
            }
        }
        return target.toString();
    }

    /** A piece's translation, or the piece itself where it is not to be delivered. A mark that only a sentence needs goes. */
    private static String orPiece(String piece, Optional<Translation> answer) {
        if (answer.isEmpty()) {
            return piece;
        }
        var checked = OutputCheck.check(piece, answer.get().text());
        boolean good = checked.findings().stream().noneMatch(Finding::forbidsDelivery)
                && Placeholders.hasNone(checked.target())
                && checked.target().chars().noneMatch(Character::isDigit);
        if (!good) {
            return piece;
        }
        var target = checked.target();
        return target.length() > 1 && ".!?".indexOf(target.charAt(target.length() - 1)) >= 0
                ? target.substring(0, target.length() - 1).stripTrailing()
                : target;
    }

    private static int firstLetter(String text) {
        int i = 0;
        while (i < text.length() && !Character.isLetterOrDigit(text.codePointAt(i))) {
            i += Character.charCount(text.codePointAt(i));
        }
        return i;
    }

    private static int behindLastLetter(String text) {
        int i = text.length();
        while (i > 0 && !Character.isLetterOrDigit(text.codePointBefore(i))) {
            i -= Character.charCount(text.codePointBefore(i));
        }
        return Math.max(i, firstLetter(text));
    }
}
