package io.lingoduct.front;

import io.lingoduct.model.PlaceholderForm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A segment in which words that a model can carry stand in the places of the masks.
 *
 * @param input as the model reads it
 * @param words element i stands in the place of the i-th mask
 */
record Placeholders(String input, List<String> words) {

    /** Empty if the form has not enough words that the segment itself has not. */
    static Optional<Placeholders> of(MaskedCore core, PlaceholderForm form) {
        var segment = core.text();
        var masks = core.masks();
        if (masks.isEmpty()) {
            return Optional.of(new Placeholders(segment, List.of()));
        }
        if (masks.size() > form.things().size() + form.numbers().size()) {
            return Optional.empty();
        }
        var things = unused(form.things(), segment);
        var numbers = unused(form.numbers(), segment);
        var words = new ArrayList<String>();
        for (var mask : masks) {
            var free = mask.kind().isNumeric() ? numbers : things;
            if (free.isEmpty()) {
                return Optional.empty();
            }
            words.add(free.remove(0));
        }
        var input = new StringBuilder();
        int word = 0;
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c == Mask.CHARACTER) {
                input.append(words.get(word++));
            } else {
                input.append(c);
            }
        }
        return Optional.of(new Placeholders(input.toString(), List.copyOf(words)));
    }

    private static List<String> unused(List<String> words, String segment) {
        var unused = new ArrayList<>(words);
        unused.removeIf(segment::contains);
        return unused;
    }

    /**
     * A translation with masks in the places of the words again.
     *
     * @param order element i is the number of the mask whose word stood in the i-th place
     */
    record Masked(String target, List<Integer> order) {}

    /** Finds the words in a translation, each of which must stand there once and not within another word; empty if one does not. */
    Optional<Masked> findIn(String target) {
        if (words.isEmpty()) {
            return hasNone(target) ? Optional.of(new Masked(target, List.of())) : Optional.empty();
        }
        var places = new ArrayList<int[]>(); // index in the target, number of the mask
        for (int i = 0; i < words.size(); i++) {
            var word = words.get(i);
            int at = target.indexOf(word);
            if (at < 0 || target.indexOf(word, at + 1) >= 0 || !isWhole(target, at, at + word.length())) {
                return Optional.empty();
            }
            places.add(new int[] {at, i});
        }
        places.sort((a, b) -> Integer.compare(a[0], b[0]));
        var masked = new StringBuilder();
        var order = new ArrayList<Integer>();
        int from = 0;
        for (var place : places) {
            masked.append(target, from, place[0]).append(Mask.CHARACTER);
            from = place[0] + words.get(place[1]).length();
            order.add(place[1]);
        }
        masked.append(target.substring(from));
        if (!hasNone(masked.toString())) {
            return Optional.empty();
        }
        return Optional.of(new Masked(masked.toString(), List.copyOf(order)));
    }

    /** Whether a text has no placeholder of our own, which a model may write where none was asked for. */
    static boolean hasNone(String text) {
        return text.chars().noneMatch(PlaceholderForm::isReserved);
    }

    private static boolean isWhole(String text, int start, int end) {
        return (start == 0 || !Character.isLetterOrDigit(text.codePointBefore(start)))
                && (end == text.length() || !Character.isLetterOrDigit(text.codePointAt(end)));
    }
}
