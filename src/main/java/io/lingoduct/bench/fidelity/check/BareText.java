package io.lingoduct.bench.fidelity.check;

import java.util.regex.Pattern;

/** Words of a text without what decorates them: emoji and other symbols, quotes, brackets, asterisks, bullets, invisible characters, marks at the end. */
public final class BareText {

    private static final Pattern DECORATION =
            Pattern.compile("[\\p{So}\\p{Sk}\\p{Cf}\\uFE0E\\uFE0F*\"„“”«»()\\[\\]]|^\\s*[-•–]\\s");
    private static final Pattern END = Pattern.compile("[.!?…\\s]+$");

    private BareText() {}

    public static String of(String text) {
        var words = DECORATION.matcher(text).replaceAll(" ").trim();
        return END.matcher(words).replaceAll("").replaceAll("\\s+", " ");
    }
}
