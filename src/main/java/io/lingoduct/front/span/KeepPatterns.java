package io.lingoduct.front.span;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/**
 * Regular expressions of a user's, whose matches must come through a translation as they are. They are read by RE2, whose time grows
 * linearly with the text whatever the expression; it has no look-around and no references back, and {@code \b} and {@code \w} know letters of
 * ASCII only. Immutable but for a counter; safe to use from many threads.
 */
public final class KeepPatterns {

    public static final KeepPatterns NONE = new KeepPatterns(List.of());

    private static final int LARGEST_PROGRAM = 2_000;
    // Empty matches that depend on what stands around them show in one of these.
    private static final List<String> SAMPLES = List.of("", "a", " ", "1.", "a b\nC");

    private final List<Pattern> patterns;
    private final LongAdder exhausted = new LongAdder();

    private KeepPatterns(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    /** @throws KeepPatternException if one is no regular expression, or one that RE2 does not know, or one that matches nothing at all */
    public static KeepPatterns of(List<String> expressions) {
        return expressions.isEmpty()
                ? NONE
                : new KeepPatterns(
                        expressions.stream().map(KeepPatterns::compiled).toList());
    }

    private static Pattern compiled(String expression) {
        var pattern = parsed(expression);
        if (pattern.programSize() > LARGEST_PROGRAM) {
            throw new KeepPatternException(
                    expression,
                    "is too large: it comes to " + pattern.programSize() + " steps, and " + LARGEST_PROGRAM
                            + " are allowed; repeat less often in {…}");
        }
        for (var sample : SAMPLES) {
            var matcher = pattern.matcher(sample);
            while (matcher.find()) {
                if (matcher.end() == matcher.start()) {
                    throw new KeepPatternException(
                            expression, "matches where there is nothing; let it ask for one character at least");
                }
            }
        }
        if (hasBoundaryBesideForeignLetter(expression)) {
            throw new KeepPatternException(
                    expression,
                    "has \\b beside a letter that it does not know: to \\b only letters of ASCII are letters; leave it out there");
        }
        return pattern;
    }

    private static Pattern parsed(String expression) {
        try {
            return Pattern.compile(expression);
        } catch (PatternSyntaxException e) {
            throw new KeepPatternException(expression, reason(e));
        } catch (StackOverflowError e) {
            throw new KeepPatternException(expression, "is nested too deeply");
        }
    }

    private static String reason(PatternSyntaxException e) {
        var part = e.getPattern() == null ? "" : e.getPattern();
        if (part.startsWith("(?=") || part.startsWith("(?!") || part.startsWith("(?<=") || part.startsWith("(?<!")) {
            return "looks around itself with " + part
                    + ", which cannot be done in linear time; match only what is to be kept";
        }
        if (part.matches("\\\\[1-9k].*")) {
            return "refers back with " + part + ", which cannot be done in linear time; write the part again";
        }
        return "is no regular expression that RE2 knows: " + e.getDescription() + (part.isEmpty() ? "" : ": " + part);
    }

    private static boolean hasBoundaryBesideForeignLetter(String expression) {
        for (int i = expression.indexOf("\\b"); i >= 0; i = expression.indexOf("\\b", i + 2)) {
            boolean escaped = i > 0 && expression.charAt(i - 1) == '\\';
            boolean before = i > 0 && isForeignLetter(expression.charAt(i - 1));
            boolean behind = i + 2 < expression.length() && isForeignLetter(expression.charAt(i + 2));
            if (!escaped && (before || behind)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isForeignLetter(char c) {
        return c > '~' && Character.isLetter(c);
    }

    public List<String> expressions() {
        return patterns.stream().map(Pattern::pattern).toList();
    }

    /**
     * The matches of all patterns in a text, those of an earlier pattern first. One match takes linear time; for a pattern whose matches
     * look ahead to the end of the text again and again, what was found within a budget stays, and the rest counts as without matches.
     */
    List<Span> matches(String text) {
        if (patterns.isEmpty()) {
            return List.of();
        }
        var spans = new ArrayList<Span>();
        for (var pattern : patterns) {
            var matcher = pattern.matcher(new BudgetedText(text));
            try {
                while (matcher.find()) {
                    if (matcher.end() > matcher.start()) {
                        spans.add(new Span(matcher.start(), matcher.end(), SpanKind.KEPT));
                    }
                }
            } catch (BudgetedText.SpentException e) {
                exhausted.increment();
            }
        }
        return spans;
    }

    /** How often a pattern has taken too long since the patterns were made. */
    public long exhausted() {
        return exhausted.sum();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof KeepPatterns that && expressions().equals(that.expressions());
    }

    @Override
    public int hashCode() {
        return expressions().hashCode();
    }
}
