package io.lingoduct.front.span;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Pattern;

/** Regular expressions of a user's, whose matches must come through a translation as they are. */
public final class KeepPatterns {

    public static final KeepPatterns NONE = new KeepPatterns(List.of());

    private final List<Pattern> patterns;
    private final LongAdder exhausted = new LongAdder();

    private KeepPatterns(List<Pattern> patterns) {
        this.patterns = patterns;
    }

    /** @throws java.util.regex.PatternSyntaxException if one is no regular expression */
    public static KeepPatterns of(List<String> expressions) {
        return expressions.isEmpty()
                ? NONE
                : new KeepPatterns(expressions.stream().map(Pattern::compile).toList());
    }

    public List<String> expressions() {
        return patterns.stream().map(Pattern::pattern).toList();
    }

    /** The matches of all patterns in a text, those of an earlier pattern first; patterns that take too long have none. */
    List<Span> matches(String text) {
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
            } catch (StackOverflowError e) {
                exhausted.increment(); // java.util.regex goes down a level for each repetition of a group
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
