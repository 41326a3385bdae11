package io.lingoduct.front.inline;

/** Source words of a pair, [first, last), also those that are only partly in it. */
final class SourceRange {

    private final AlignedWords words;
    private final int first;
    private final int last;
    private final int firstContent;
    private final int lastContent;

    SourceRange(AlignedWords words, MarkNode pair) {
        this.words = words;
        first = words.sourceEndingBehind(pair.from());
        last = Math.max(first, words.sourceStartingFrom(pair.to()));
        int from = first;
        while (from < last && !words.isSourceContent(from)) {
            from++;
        }
        int to = last;
        while (to > from && !words.isSourceContent(to - 1)) {
            to--;
        }
        firstContent = from;
        lastContent = to;
    }

    int first() {
        return first;
    }

    int last() {
        return last;
    }

    int size() {
        return last - first;
    }

    boolean hasContent() {
        return firstContent < lastContent;
    }

    /** Number of punctuation marks at the start. */
    int lead() {
        return firstContent - first;
    }

    /** Number of punctuation marks at the end. */
    int trail() {
        return last - lastContent;
    }

    /** Whether another pair has no words beside these. */
    boolean isAllContentOf(MarkNode other) {
        var all = new SourceRange(words, other);
        return all.firstContent == firstContent && all.lastContent == lastContent;
    }
}
