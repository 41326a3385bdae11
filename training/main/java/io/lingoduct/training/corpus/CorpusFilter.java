package io.lingoduct.training.corpus;

import io.lingoduct.model.PlaceholderForm;
import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Drops the pairs a model should not learn from. A pair is dropped for the first {@link Reason} that holds, in their order.
 *
 * @param maxWords longest side, in words
 * @param maxCharacters longest side, in UTF-16 units
 * @param maxRatio of the sides' lengths in characters; pairs under 20 characters are exempt
 * @param dropIdentical whether pairs whose sides are equal go
 * @param maxRepeats how often in a row a side may say the same two or more characters; 0 for any number
 * @param minLetterShare smallest share of letters among the characters of a side that are no space; 0 for any
 * @param sourceScript what most letters of the source belong to; null for any
 * @param targetScript what most letters of the target belong to; null for any
 * @param dropDuplicates whether pairs go that stood earlier in the corpus
 */
public record CorpusFilter(
        int maxWords,
        int maxCharacters,
        double maxRatio,
        boolean dropIdentical,
        int maxRepeats,
        double minLetterShare,
        UnicodeScript sourceScript,
        UnicodeScript targetScript,
        boolean dropDuplicates) {

    private static final int RATIO_EXEMPT_CHARACTERS = 20;

    /** Why a pair was dropped. */
    public enum Reason {
        EMPTY("a side is empty"),
        RESERVED("a side holds a character that is reserved for placeholders"),
        TOO_LONG("a side has too many words"),
        TOO_MANY_CHARACTERS("a side has too many characters"),
        RATIO("lengths differ too much"),
        IDENTICAL("both sides are the same"),
        REPETITION("a side repeats itself"),
        FEW_LETTERS("a side is mostly not letters"),
        WRONG_SCRIPT("a side is in another script"),
        HELD_OUT("the source is in dev or test"),
        DUPLICATE("the pair stood before");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /**
     * @param pairs in the order of the files
     * @param heldOut sources of dev and test, which are never learnt from: neither with their targets nor with another
     *     model's translations, which may have been chosen for being close to them
     */
    public CleaningResult apply(List<SentencePair> pairs, Set<String> heldOut) {
        var kept = new ArrayList<SentencePair>(pairs.size());
        var dropped = new EnumMap<Reason, List<Integer>>(Reason.class);
        var seen = new HashSet<SentencePair>();
        for (int i = 0; i < pairs.size(); i++) {
            var pair = pairs.get(i);
            var reason = fault(pair);
            if (reason == null && heldOut.contains(pair.source())) {
                reason = Reason.HELD_OUT;
            }
            if (reason == null && dropDuplicates && !seen.add(pair)) {
                reason = Reason.DUPLICATE;
            }
            if (reason == null) {
                kept.add(pair);
            } else {
                dropped.computeIfAbsent(reason, r -> new ArrayList<>()).add(i + 1);
            }
        }
        return new CleaningResult(kept, Map.copyOf(dropped));
    }

    private Reason fault(SentencePair pair) {
        var source = pair.source();
        var target = pair.target();
        if (source.isEmpty() || target.isEmpty()) {
            return Reason.EMPTY;
        }
        if (source.chars().anyMatch(PlaceholderForm::isReserved)
                || target.chars().anyMatch(PlaceholderForm::isReserved)) {
            return Reason.RESERVED;
        }
        if (Letters.words(source) > maxWords || Letters.words(target) > maxWords) {
            return Reason.TOO_LONG;
        }
        int shorter = Math.min(source.length(), target.length());
        int longer = Math.max(source.length(), target.length());
        if (longer > maxCharacters) {
            return Reason.TOO_MANY_CHARACTERS;
        }
        if (longer > RATIO_EXEMPT_CHARACTERS && longer > maxRatio * shorter) {
            return Reason.RATIO;
        }
        if (dropIdentical && source.equals(target)) {
            return Reason.IDENTICAL;
        }
        if (maxRepeats > 0 && (Repetition.exceeds(maxRepeats, source) || Repetition.exceeds(maxRepeats, target))) {
            return Reason.REPETITION;
        }
        if (Math.min(Letters.share(source), Letters.share(target)) < minLetterShare) {
            return Reason.FEW_LETTERS;
        }
        boolean expected = Letters.mostlyIn(sourceScript, source) && Letters.mostlyIn(targetScript, target);
        return expected ? null : Reason.WRONG_SCRIPT;
    }
}
