package io.lingoduct.demo;

import java.util.List;

/** Sentences that the demo translates unasked. */
public final class ExampleSentences {

    private static final List<String> ENGLISH = List.of(
            "Good morning! Did you sleep well in the new house?",
            "The train leaves at nine, so we should hurry.",
            "My sister is learning to play the violin.",
            "Could you please close the window?",
            "Where can I buy a ticket to Berlin?",
            "We waited for an hour, but nobody came.");

    private ExampleSentences() {}

    /** Examples in a language, given by its BCP 47 tag; none where there are no examples. */
    public static List<String> in(String language) {
        return language.equals("en") || language.startsWith("en-") ? ENGLISH : List.of();
    }
}
