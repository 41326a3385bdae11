package io.lingoduct.training.augment;

import io.lingoduct.model.PlaceholderForm;
import io.lingoduct.training.corpus.SentencePair;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Puts a placeholder before a pair or behind it, as an address or a reference: where a sentence has no word to stand for, and since
 * messages have such places often.
 */
final class PlaceholderFrames {

    private final NameWords sourceNames;
    private final NameWords targetNames;

    PlaceholderFrames(NameWords sourceNames, NameWords targetNames) {
        this.sourceNames = sourceNames;
        this.targetNames = targetNames;
    }

    private enum Frame {
        ADDRESSED_FIRST,
        HEADED,
        ADDRESSED_LAST,
        AFTER_COLON,
        IN_BRACKETS,
        BEHIND
    }

    /** The same placeholder in the same place of both sides; it is none that the pair has. */
    SentencePair surround(SentencePair pair, SplittableRandom random) {
        var free = PlaceholderForm.RESERVED.things().stream()
                .filter(placeholder -> !pair.source().contains(placeholder))
                .toList();
        if (free.isEmpty()) {
            return pair;
        }
        var placeholder = Draws.one(free, random);
        var frame = Draws.one(List.of(Frame.values()), random);
        return new SentencePair(
                framed(pair.source(), placeholder, frame, sourceNames),
                framed(pair.target(), placeholder, frame, targetNames));
    }

    private static String framed(String sentence, String placeholder, Frame frame, NameWords names) {
        int end = HastyMarks.startOfFinal(sentence);
        var text = sentence.substring(0, end);
        var marks = sentence.substring(end);
        return switch (frame) {
            case ADDRESSED_FIRST -> placeholder + ", " + continued(sentence, names);
            case HEADED -> placeholder + ": " + sentence;
            case ADDRESSED_LAST -> text + ", " + placeholder + marks;
            case AFTER_COLON -> text + ": " + placeholder + marks;
            case IN_BRACKETS -> text + " (" + placeholder + ")" + marks;
            case BEHIND -> sentence + " " + placeholder;
        };
    }

    /** A sentence that goes on after a comma loses its capital, unless its first word has one of its own. */
    private static String continued(String sentence, NameWords names) {
        var words = Word.in(sentence);
        boolean keeps = words.isEmpty()
                || words.get(0).start() > 0
                || words.get(0).text().length() == 1
                || words.get(0).text().matches("I['’].*")
                || names.contains(words.get(0).text());
        return keeps ? sentence : sentence.substring(0, 1).toLowerCase(Locale.ROOT) + sentence.substring(1);
    }
}
