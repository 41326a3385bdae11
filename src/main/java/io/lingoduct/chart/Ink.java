package io.lingoduct.chart;

import java.util.Locale;

/** Ink of a mark; a {@link Theme} gives it a colour. */
enum Ink {
    PAPER,
    TEXT,
    FAINT,
    GRID,
    SERIES0,
    SERIES1,
    SERIES2,
    SERIES3,
    SERIES4,
    SERIES5,
    SERIES6,
    SERIES7;

    private static final int SERIES = 8;

    /** Of the n-th series: the same in every chart, repeating after eight. */
    static Ink series(int n) {
        return values()[SERIES0.ordinal() + n % SERIES];
    }

    /** The name of its CSS variable. */
    String variable() {
        return "--" + name().toLowerCase(Locale.ROOT);
    }
}
