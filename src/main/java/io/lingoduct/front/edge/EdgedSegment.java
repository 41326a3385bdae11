package io.lingoduct.front.edge;

/**
 * A segment between its edges: lead, core and trail together are the segment.
 *
 * @param lead what stands before the sentence and goes before its translation as it is
 * @param core what is translated
 * @param trail what stands behind the sentence, also its marks where they are none that a model knows
 * @param input the core with the final mark that it lacks, for the model
 */
public record EdgedSegment(String lead, String core, String trail, String input) {

    static EdgedSegment untouched(String segment) {
        return new EdgedSegment("", segment, "", segment);
    }

    /** The translation with the edges; without the final mark that the model wrote because it had been given one. */
    public String restore(String target) {
        return lead + (input.length() == core.length() ? target : withoutFinalMark(target)) + trail;
    }

    private static String withoutFinalMark(String target) {
        int end = target.length();
        while (end > 0 && FinalMarks.isMark(target.charAt(end - 1))) {
            end--;
        }
        int words = end;
        while (words > 0 && FinalMarks.isSpace(target.charAt(words - 1))) {
            words--;
        }
        return words == 0 ? target : target.substring(0, end < target.length() ? words : end);
    }
}
