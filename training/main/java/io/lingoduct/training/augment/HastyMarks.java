package io.lingoduct.training.augment;

/** What hasty writers leave out: marks at the end of a sentence, and apostrophes within words. */
final class HastyMarks {

    private HastyMarks() {}

    /** Without the marks that end it. */
    static String withoutFinal(String sentence) {
        return sentence.substring(0, startOfFinal(sentence)).stripTrailing();
    }

    /** Position of the first of the marks that end a sentence; its length where there are none. */
    static int startOfFinal(String sentence) {
        int end = sentence.length();
        while (end > 0 && ".!?…".indexOf(sentence.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    /** Without the apostrophes between letters. */
    static String withoutApostrophes(String sentence) {
        var text = new StringBuilder(sentence.length());
        for (int i = 0; i < sentence.length(); i++) {
            char c = sentence.charAt(i);
            boolean amid = (c == '\'' || c == '’')
                    && i > 0
                    && i + 1 < sentence.length()
                    && Character.isLetter(sentence.charAt(i - 1))
                    && Character.isLetter(sentence.charAt(i + 1));
            if (!amid) {
                text.append(c);
            }
        }
        return text.toString();
    }
}
