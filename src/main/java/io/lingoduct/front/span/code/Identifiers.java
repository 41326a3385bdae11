package io.lingoduct.front.span.code;

import io.lingoduct.front.span.scan.OpenText;

/** Words with underscores. Most are names that programs use; German puts one before the ending for all genders. */
final class Identifiers {

    private static final String[] GENDER_ENDINGS = {"_in", "_innen", "_r", "_n", "_e"};

    private Identifiers() {}

    /** Whether it is a word of a language, as in "Kund_innen". */
    static boolean isWordWithUnderscore(OpenText text, int start, int end) {
        if (!Character.isUpperCase(text.at(start)) || !Character.isLowerCase(text.at(start + 1))) {
            return false;
        }
        for (var ending : GENDER_ENDINGS) {
            if (end - start > ending.length() + 2 && text.startsWith(ending, end - ending.length())) {
                return true;
            }
        }
        return false;
    }
}
