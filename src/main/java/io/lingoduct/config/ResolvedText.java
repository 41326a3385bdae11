package io.lingoduct.config;

import com.fasterxml.jackson.databind.node.TextNode;

/** A text that came from placeholders; remembers how it was written, which is all that may be shown of it in a fault. */
final class ResolvedText extends TextNode {

    // Legal wherever a name is expected, so that a missing value gives no second fault.
    private static final String STAND_IN = "unresolved";

    private final String written;
    private final boolean missing;

    private ResolvedText(String text, String written, boolean missing) {
        super(text);
        this.written = written;
        this.missing = missing;
    }

    static ResolvedText of(String text, String written) {
        return new ResolvedText(text, written, false);
    }

    /** Stands for a value that could not be resolved; the fault is noted already. */
    static ResolvedText missing(String written) {
        return new ResolvedText(STAND_IN, written, true);
    }

    String written() {
        return written;
    }

    boolean isMissing() {
        return missing;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ResolvedText text && super.equals(other) && written.equals(text.written);
    }

    @Override
    public int hashCode() {
        return super.hashCode();
    }
}
