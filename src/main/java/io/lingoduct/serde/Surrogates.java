package io.lingoduct.serde;

/** Text that is no Unicode although Java's strings and JSON's escapes can hold it. */
final class Surrogates {

    private Surrogates() {}

    static boolean hasHalfPair(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair =
                        Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0);
                if (!pair) {
                    return true;
                }
                i++;
            }
        }
        return false;
    }
}
