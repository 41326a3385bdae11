package io.lingoduct.text.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rule by which a segment is cut into the words that BLEU counts. */
public enum BleuTokenizer {

    /** The rules of NIST's mteval-v13a as sacreBLEU applies them: punctuation apart, numbers whole. */
    V13A("13a") {
        @Override
        List<String> tokenize(String segment) {
            var text = " " + unescape(stripEnd(segment)) + " ";
            text = SYMBOL.matcher(text).replaceAll(" $1 ");
            text = STOP_AFTER_NON_DIGIT.matcher(text).replaceAll("$1 $2 ");
            text = STOP_BEFORE_NON_DIGIT.matcher(text).replaceAll(" $1 $2");
            text = DASH_AFTER_DIGIT.matcher(text).replaceAll("$1 $2 ");
            return words(text);
        }
    },

    /** White space alone separates words. */
    NONE("none") {
        @Override
        List<String> tokenize(String segment) {
            return words(segment);
        }
    },

    /** The rules of NIST's mteval-v14 for international text: every Unicode punctuation mark and symbol apart. */
    INTL("intl") {
        @Override
        List<String> tokenize(String segment) {
            var text = MARK_AFTER_NON_NUMBER.matcher(stripEnd(segment)).replaceAll("$1 $2 ");
            text = MARK_BEFORE_NON_NUMBER.matcher(text).replaceAll(" $1 $2");
            text = UNICODE_SYMBOL.matcher(text).replaceAll(" $1 ");
            return words(text);
        }
    };

    private static final Pattern SYMBOL = Pattern.compile("([{-~\\[-` -&(-+:-@/])");
    private static final Pattern STOP_AFTER_NON_DIGIT = Pattern.compile("([^0-9])([.,])");
    private static final Pattern STOP_BEFORE_NON_DIGIT = Pattern.compile("([.,])([^0-9])");
    private static final Pattern DASH_AFTER_DIGIT = Pattern.compile("([0-9])(-)");
    private static final Pattern MARK_AFTER_NON_NUMBER = Pattern.compile("(\\P{N})(\\p{P})");
    private static final Pattern MARK_BEFORE_NON_NUMBER = Pattern.compile("(\\p{P})(\\P{N})");
    private static final Pattern UNICODE_SYMBOL = Pattern.compile("(\\p{S})");

    private final String label;

    BleuTokenizer(String label) {
        this.label = label;
    }

    /** The name in sacreBLEU's signatures. */
    public String label() {
        return label;
    }

    abstract List<String> tokenize(String segment);

    private static String unescape(String segment) {
        return segment.replace("<skipped>", "")
                .replace("-\n", "")
                .replace('\n', ' ')
                .replace("&quot;", "\"")
                .replace("&amp;", "&")
                .replace("&lt;", "<")
                .replace("&gt;", ">");
    }

    private static String stripEnd(String segment) {
        int end = segment.length();
        while (end > 0 && isSpace(segment.charAt(end - 1))) {
            end--;
        }
        return segment.substring(0, end);
    }

    /** The pieces between runs of white space. */
    static List<String> words(String text) {
        var words = new ArrayList<String>();
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || isSpace(text.charAt(i))) {
                if (start < i) {
                    words.add(text.substring(start, i));
                }
                start = i + 1;
            }
        }
        return words;
    }

    /** White space as Python's {@code str.split} sees it. */
    static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\u0085';
    }
}
