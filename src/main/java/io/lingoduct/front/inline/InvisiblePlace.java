package io.lingoduct.front.inline;

import io.lingoduct.front.inline.InlineMark.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;

/**
 * Where an invisible character stands in a target.
 *
 * @param beforeOthers whether it belongs to the word on its left, so that other marks at the place come behind it
 */
record InvisiblePlace(InlineMark mark, int place, boolean beforeOthers) {

    /** Places of those marks that have one, in their order. The k-th occurrence of a word gets what the k-th one in the source had. */
    static List<InvisiblePlace> of(List<InlineMark> marks, AlignedWords words) {
        var places = new ArrayList<InvisiblePlace>();
        var seen = new HashMap<String, Integer>();
        int counted = 0;
        var occurrence = new HashMap<Integer, Integer>();
        for (var mark : marks) {
            if (mark.kind() != Kind.INVISIBLE) {
                continue;
            }
            int at = mark.position();
            if (at == 0 || at == words.sourceText().length()) {
                places.add(new InvisiblePlace(
                        mark, at == 0 ? 0 : words.targetText().length(), at == 0));
                continue;
            }
            int s = wordAt(words, at);
            if (s < 0) {
                continue;
            }
            for (; counted <= s; counted++) {
                occurrence.put(counted, seen.merge(words.sourceWord(counted), 1, Integer::sum) - 1);
            }
            var same = words.sameInTarget(s);
            if (occurrence.get(s) < same.size()) {
                var word = words.target(same.get(occurrence.get(s)));
                int offset = at - words.source(s).start();
                places.add(new InvisiblePlace(mark, word.start() + offset, offset > 0));
            }
        }
        places.sort(Comparator.comparingInt(InvisiblePlace::place).thenComparing(place -> !place.beforeOthers()));
        return places;
    }

    /** The word that a place is in or beside, rather a real one than a punctuation mark; -1 if there is none. */
    private static int wordAt(AlignedWords words, int place) {
        int left = words.sourceEndingBehind(place - 1);
        int result = -1;
        for (int s = left; s < words.sourceSize() && words.source(s).start() <= place; s++) {
            if (words.source(s).end() >= place
                    && (result < 0 || words.isSourceContent(s) && !words.isSourceContent(result))) {
                result = s;
            }
        }
        return result;
    }
}
