package io.lingoduct.front.edge;

/**
 * A segment between its edges: lead, core and trail together are the segment.
 *
 * <p>What is between the core and the mark that the model is given is the language's affair: a translation has it as the model wrote it. A
 * translation that says what the model was given comes back as the segment was.
 */
public final class EdgedSegment {

    private final String lead;
    private final String core;
    private final String trail;
    private final String input;
    private final FrenchSpaces spaces;

    EdgedSegment(String lead, String core, String trail, String input, FrenchSpaces spaces) {
        this.lead = lead;
        this.core = core;
        this.trail = trail;
        this.input = input;
        this.spaces = spaces;
    }

    static EdgedSegment untouched(String segment) {
        return new EdgedSegment("", segment, "", segment, FrenchSpaces.NONE);
    }

    /** What stands before the sentence and goes before its translation as it is. */
    public String lead() {
        return lead;
    }

    /** What is translated. */
    public String core() {
        return core;
    }

    /** What stands behind the sentence, also its marks where they are none that a model knows. */
    public String trail() {
        return trail;
    }

    /** The core with the final mark that it lacks, for the model. */
    public String input() {
        return input;
    }

    /** The translation with the edges; without the final mark that the model wrote because it had been given one. */
    public String restore(String target) {
        if (target.equals(input)) {
            return lead + core + trail;
        }
        return input.length() == core.length()
                ? lead + target + trail
                : lead + spaces.joined(withoutFinalMark(target), trail);
    }

    private static String withoutFinalMark(String target) {
        int words = FinalMarks.startOfMarks(target, 0, target.length());
        words = FinalMarks.stripSpaces(target, 0, words);
        return words == 0 ? target : target.substring(0, words);
    }
}
