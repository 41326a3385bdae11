package io.lingoduct.front.span;

import java.util.regex.PatternSyntaxException;

/** An expression that cannot be kept by: it is none, or it would not do what its author means. The message is one line. */
public final class KeepPatternException extends PatternSyntaxException {

    private static final long serialVersionUID = 1L;

    KeepPatternException(String expression, String reason) {
        super(reason, expression, -1);
    }

    @Override
    public String getMessage() {
        return "'" + getPattern() + "' " + getDescription();
    }
}
