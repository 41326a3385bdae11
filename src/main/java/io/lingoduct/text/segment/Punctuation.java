package io.lingoduct.text.segment;

/** Marks between sentences and their parts. */
final class Punctuation {

    /** From here on punctuation is written without a space behind it. */
    private static final char FIRST_CJK = '\u3001';

    private static final String QUOTES = "\"'\u2018\u2019\u201c\u201d";

    private Punctuation() {}

    static boolean is(char c) {
        return switch (Character.getType(c)) {
            case Character.OTHER_PUNCTUATION,
                    Character.END_PUNCTUATION,
                    Character.FINAL_QUOTE_PUNCTUATION,
                    Character.DASH_PUNCTUATION -> true;
            default -> false;
        };
    }

    /** Whether it is punctuation of Chinese or Japanese, behind which no space stands. */
    static boolean isUnspaced(char c) {
        return c >= FIRST_CJK && is(c);
    }

    /** Whether the last character is such, leaving quotation marks aside, which Chinese shares with other languages. */
    static boolean endsUnspaced(String text) {
        int end = text.length();
        while (end > 0 && QUOTES.indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && isUnspaced(text.charAt(end - 1));
    }
}
