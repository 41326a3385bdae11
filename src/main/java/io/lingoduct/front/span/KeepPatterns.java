package io.lingoduct.front.span;

import java.util.List;
import java.util.regex.Pattern;

/** Regular expressions of a user's, whose matches must come through a translation as they are. */
public final class KeepPatterns {

    public static final KeepPatterns NONE = new KeepPatterns(List.of());

    private final List<Pattern> patterns;

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

    @Override
    public boolean equals(Object other) {
        return other instanceof KeepPatterns that && expressions().equals(that.expressions());
    }

    @Override
    public int hashCode() {
        return expressions().hashCode();
    }
}
