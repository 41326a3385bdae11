package io.lingoduct.chart;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Ink of a mark, with its colours on light and on dark paper. */
enum Ink {
    PAPER(0xffffff, 0x14181d),
    TEXT(0x1f2328, 0xe6e9ed),
    FAINT(0x59636e, 0x9aa4af),
    GRID(0xe3e6ea, 0x2c333b),
    SERIES0(0x2f6fbb, 0x6ea8ee),
    SERIES1(0xd9722e, 0xf0995a),
    SERIES2(0x2e9461, 0x5cc48f),
    SERIES3(0xb0447f, 0xe07fb4),
    SERIES4(0x7a58c1, 0xa68bea),
    SERIES5(0x8a6d1b, 0xd0b04f),
    SERIES6(0x1c93a8, 0x55c6d9),
    SERIES7(0x6b7280, 0xa3abb6);

    private static final int SERIES = 8;

    private final int light;
    private final int dark;

    /**
     * @param light as 0xRRGGBB
     * @param dark as 0xRRGGBB
     */
    Ink(int light, int dark) {
        this.light = light;
        this.dark = dark;
    }

    /** Of the n-th series: the same in every chart, repeating after eight. */
    static Ink series(int n) {
        return values()[SERIES0.ordinal() + n % SERIES];
    }

    /** The colours as CSS variables, on light or on dark paper. */
    static String css(Function<Ink, String> colours) {
        return Arrays.stream(values())
                .map(ink -> ink.variable() + ": " + colours.apply(ink) + ";")
                .collect(Collectors.joining(" "));
    }

    /** The name of its CSS variable. */
    String variable() {
        return "--" + name().toLowerCase(Locale.ROOT);
    }

    /** The colour on light paper as CSS has it, such as {@code #1f2328}. */
    String light() {
        return String.format(Locale.ROOT, "#%06x", light);
    }

    /** The colour on dark paper. */
    String dark() {
        return String.format(Locale.ROOT, "#%06x", dark);
    }
}
