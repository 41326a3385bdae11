package io.lingoduct.front.number;

import java.util.List;

/** Reads what the numbers, dates and times of a text are worth, as its language writes them. Safe to use from many threads. */
public final class NumberValues {

    private final NumberReader reader;

    /** @param language BCP 47 tag */
    public NumberValues(String language) {
        this.reader = new NumberReader(Notation.of(language));
    }

    /** The values in their order, each as often as it stands there; those within words, as in 2nd, too. A range has two. */
    public List<NumberValue> of(String text) {
        return reader.read(text).stream()
                .flatMap(found -> found.values().stream())
                .toList();
    }
}
