package io.lingoduct.bench.fidelity.check;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Signs that an output is junk. A sign that the source has, too, is none: "ha ha ha ha" may be repeated. */
public enum OutputJunk {
    /**
     * One or two words three times in a row, three to eight words twice, a piece of a word four times ("lalalala") or a sign six
     * times.
     */
    LOOP("loops", OutputJunk::loops),

    /** Pieces of words on a string of hyphens: "-Se-Se-", "Met-S-Se-Scha-", or any compound that ends on its second hyphen. */
    PIECES(
            "pieces",
            has(
                    "(?iu)-(\\p{L}{1,6})-\\1-|(?-i)(?:(?<!\\p{L})\\p{Lu}\\p{L}{0,4}-){3,}|(?:\\p{L}+-){2,}(?![\\p{L}\\p{Nd}])")),

    /** A quotation mark without its partner. */
    QUOTES("unbalanced quotes", OutputJunk::hasLoneQuote);

    private static final String QUOTATION_MARKS = "\"„“”«»";

    private static final Pattern WORDS = Pattern.compile(
            "(?iu)(?<![\\p{L}\\p{Nd}])(?:(\\p{L}+(?:\\P{L}+\\p{L}+)?)(?:\\P{L}+\\1){2}|(\\p{L}+(?:\\P{L}+\\p{L}+){2,7})\\P{L}+\\2)(?![\\p{L}\\p{Nd}])");
    private static final Pattern PIECE =
            Pattern.compile("(?iu)(\\p{L}{2,8}?)\\1{3,}|(\\p{L})\\2{5,}|([^\\p{L}\\p{Nd}\\s])\\3{5,}");

    private final String label;
    private final Predicate<String> sign;

    OutputJunk(String label, Predicate<String> sign) {
        this.label = label;
        this.sign = sign;
    }

    public String label() {
        return label;
    }

    /** The signs that an output has and its source has not. */
    public static Set<OutputJunk> of(String source, String output) {
        var found = EnumSet.noneOf(OutputJunk.class);
        for (var junk : values()) {
            if (junk.sign.test(output) && !junk.sign.test(source)) {
                found.add(junk);
            }
        }
        return found;
    }

    private static boolean loops(String text) {
        return WORDS.matcher(text).find() || PIECE.matcher(text).find();
    }

    private static boolean hasLoneQuote(String text) {
        return text.chars().filter(c -> QUOTATION_MARKS.indexOf(c) >= 0).count() % 2 == 1;
    }

    private static Predicate<String> has(String pattern) {
        return Pattern.compile(pattern).asPredicate();
    }
}
