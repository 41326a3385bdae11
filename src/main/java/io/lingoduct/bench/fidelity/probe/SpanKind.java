package io.lingoduct.bench.fidelity.probe;

import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.function.Function;

/** Kinds of spans that must come through a translation byte for byte, each with sentences that have a place for one. */
enum SpanKind {
    URL(
            "URL",
            random -> "https://" + any(random, "shop", "www", "help", "docs") + "." + name(random) + "."
                    + any(random, "com", "org", "net") + "/" + name(random)
                    + any(random, "", "/", "?id=" + random.nextInt(900))),
    EMAIL(
            "e-mail",
            random -> name(random) + any(random, ".", "_", "") + name(random) + "@" + name(random)
                    + any(random, ".com", ".org", ".co.uk")),
    PLACEHOLDER(
            "{{placeholder}}",
            random -> "{{" + any(random, "name", "first_name", "order_id", "city", "user.name", "product") + "}}"),
    FORMAT("%s", random -> any(random, "%s", "%d", "%1$s", "%2$d", "%(name)s", "%.2f", "%@")),
    NUMBER("number", random -> Integer.toString(1000 + random.nextInt(9_000_000))),
    DATE(
            "date",
            random -> String.format(
                    Locale.ROOT,
                    any(random, "%d-%02d-%02d", "%d/%02d/%02d"),
                    1990 + random.nextInt(45),
                    1 + random.nextInt(12),
                    1 + random.nextInt(28))),
    CODE(
            "product code",
            random -> letters(random, 2)
                    + any(random, "-", "")
                    + (100 + random.nextInt(9900))
                    + any(random, "", "X", "-" + letters(random, 1), "M" + (2 + random.nextInt(7)))),
    MENTION(
            "@mention",
            random -> "@" + name(random) + any(random, "", "_" + name(random), Integer.toString(random.nextInt(99)))),
    TAG(
            "HTML tag",
            random -> any(
                    random,
                    "<br>",
                    "<br/>",
                    "<hr class=\"line\">",
                    "<img src=\"" + name(random) + ".png\">",
                    "<a id=\"" + name(random) + "\"/>",
                    "<wbr>",
                    "<input type=\"text\">"));

    private final String label;
    private final Function<Random, String> maker;
    private final List<SpanFrame> frames;

    SpanKind(String label, Function<Random, String> maker) {
        this.label = label;
        this.maker = maker;
        this.frames = Block.read("spans.txt").stream()
                .filter(block -> block.section().equals(name()))
                .map(SpanFrame::of)
                .toList();
    }

    String label() {
        return label;
    }

    List<SpanFrame> frames() {
        return frames;
    }

    String make(Random random) {
        return maker.apply(random);
    }

    private static String any(Random random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String name(Random random) {
        var name = new StringBuilder();
        int syllables = 2 + random.nextInt(2);
        for (int i = 0; i < syllables; i++) {
            name.append("bdfgklmnprstvz".charAt(random.nextInt(14))).append("aeiou".charAt(random.nextInt(5)));
        }
        return name.toString();
    }

    private static String letters(Random random, int count) {
        var letters = new StringBuilder();
        for (int i = 0; i < count; i++) {
            letters.append((char) ('A' + random.nextInt(26)));
        }
        return letters.toString();
    }
}
