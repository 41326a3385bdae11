package io.lingoduct.training.corpus;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Drops the pairs a model should not learn from: an empty side, a side longer than {@code maxWords} words, or sides whose
 * lengths in characters differ by more than a factor of {@code maxRatio} (short pairs, under 20 characters, are exempt).
 */
public record CorpusFilter(int maxWords, double maxRatio) {

    private static final int RATIO_EXEMPT_CHARACTERS = 20;

    /** Why a pair was dropped. */
    public enum Reason {
        EMPTY("a side is empty"),
        TOO_LONG("a side has too many words"),
        RATIO("lengths differ too much");

        private final String text;

        Reason(String text) {
            this.text = text;
        }
    }

    /**
     * The pairs that stay, and how many were dropped and why.
     *
     * @param dropped count per reason; reasons that never occurred are absent
     */
    public record Result(List<SentencePair> kept, Map<Reason, Integer> dropped) {

        /** One line for people. */
        public String summary() {
            var text = new StringBuilder("%,d sentence pairs kept".formatted(kept.size()));
            dropped.forEach((reason, count) -> text.append(", %,d dropped (%s)".formatted(count, reason.text)));
            return text.toString();
        }
    }

    public Result apply(List<SentencePair> pairs) {
        var kept = new ArrayList<SentencePair>(pairs.size());
        var dropped = new EnumMap<Reason, Integer>(Reason.class);
        for (var pair : pairs) {
            var reason = fault(pair);
            if (reason == null) {
                kept.add(pair);
            } else {
                dropped.merge(reason, 1, Integer::sum);
            }
        }
        return new Result(kept, dropped);
    }

    private Reason fault(SentencePair pair) {
        if (pair.source().isEmpty() || pair.target().isEmpty()) {
            return Reason.EMPTY;
        }
        if (words(pair.source()) > maxWords || words(pair.target()) > maxWords) {
            return Reason.TOO_LONG;
        }
        int shorter = Math.min(pair.source().length(), pair.target().length());
        int longer = Math.max(pair.source().length(), pair.target().length());
        return longer > RATIO_EXEMPT_CHARACTERS && longer > maxRatio * shorter ? Reason.RATIO : null;
    }

    private static int words(String normalized) {
        return 1 + (int) normalized.chars().filter(c -> c == ' ').count();
    }
}
