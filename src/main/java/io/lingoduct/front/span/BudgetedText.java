package io.lingoduct.front.span;

/**
 * A text that may be looked at only so often for its length: a regular expression that tries again and again comes to an end, whoever wrote
 * it. For one thread.
 */
final class BudgetedText implements CharSequence {

    private static final long LOOKS_PER_CHARACTER = 30;
    private static final long LEAST_LOOKS = 10_000;

    /** The text has been looked at too often. */
    static final class SpentException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private SpentException() {
            super("a pattern takes too long", null, false, false);
        }
    }

    private final String text;
    private long looks;

    BudgetedText(String text) {
        this.text = text;
        this.looks = LEAST_LOOKS + LOOKS_PER_CHARACTER * text.length();
    }

    @Override
    public char charAt(int index) {
        if (--looks < 0) {
            throw new SpentException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
