package io.lingoduct.front.span.program;

import io.lingoduct.front.span.scan.OpenText;

/** The next place of a mark behind an index that only grows: all questions together look at each character once. */
final class NextPlace {

    private final OpenText text;
    private final String mark;
    private int place = -1;

    NextPlace(OpenText text, String mark) {
        this.text = text;
        this.mark = mark;
    }

    /** Index behind the next place of the mark, or -1 if there is none before the text's end or a closed stretch. */
    int endFrom(int from) {
        if (place < from) {
            place = from;
            while (place < text.length() && text.at(place) != OpenText.CLOSED && !text.startsWith(mark, place)) {
                place++;
            }
        }
        return text.startsWith(mark, place) ? place + mark.length() : -1;
    }
}
