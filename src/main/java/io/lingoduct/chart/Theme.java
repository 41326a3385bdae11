package io.lingoduct.chart;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** The colours of charts and pages. */
enum Theme {
    LIGHT(
            0xffffff, 0x1f2328, 0x59636e, 0xe3e6ea, 0x2f6fbb, 0xd9722e, 0x2e9461, 0xb0447f, 0x7a58c1, 0x8a6d1b,
            0x1c93a8, 0x6b7280),
    DARK(
            0x14181d, 0xe6e9ed, 0x9aa4af, 0x2c333b, 0x6ea8ee, 0xf0995a, 0x5cc48f, 0xe07fb4, 0xa68bea, 0xd0b04f,
            0x55c6d9, 0xa3abb6);

    private final int[] colours;

    /** Of each {@link Ink} in turn, as 0xRRGGBB. */
    Theme(int... colours) {
        this.colours = colours;
    }

    /** A colour as CSS has it, such as {@code #1f2328}. */
    String css(Ink ink) {
        return String.format(Locale.ROOT, "#%06x", colours[ink.ordinal()]);
    }

    /** The colours as CSS variables. */
    String css() {
        return Arrays.stream(Ink.values())
                .map(ink -> ink.variable() + ": " + css(ink) + ";")
                .collect(Collectors.joining(" "));
    }
}
