package io.lingoduct.text.segment;

import java.text.Normalizer;

/**
 * The normalisation {@code nfc-spaces-v1}, applied to a segment before it is tokenized, in training and in service alike:
 * Unicode NFC; every run of white space (any Unicode space, tab, line break) and control characters becomes one space; no
 * white space at either end. Letters, case and punctuation stay as they are.
 */
public final class TextNormalizer {

    private TextNormalizer() {}

    public static String normalize(String segment) {
        return isNormalizedAscii(segment) ? segment : normalizeAny(segment);
    }

    /** Most segments of many languages, of which nothing changes. */
    private static boolean isNormalizedAscii(String segment) {
        char before = ' ';
        for (int i = 0; i < segment.length(); i++) {
            char c = segment.charAt(i);
            if (c < ' ' || c > '~' || c == ' ' && before == ' ') {
                return false;
            }
            before = c;
        }
        return before != ' ';
    }

    private static String normalizeAny(String segment) {
        var nfc = Normalizer.normalize(segment, Normalizer.Form.NFC);
        var result = new StringBuilder(nfc.length());
        boolean gap = false;
        for (int i = 0; i < nfc.length(); i++) {
            char c = nfc.charAt(i);
            if (WhiteSpace.is(c)) {
                gap = true;
            } else {
                if (gap && !result.isEmpty()) {
                    result.append(' ');
                }
                gap = false;
                result.append(c);
            }
        }
        return result.toString();
    }
}
