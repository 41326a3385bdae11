package io.lingoduct.bench.fidelity.probe;

import java.util.Arrays;
import java.util.List;

/**
 * An English sentence with a place for a span, and what it is compared with: its plain twin, which has a noun in the span's place.
 *
 * @param sentence with {@code ~} in the place
 * @param noun what the twin has there; empty where it has nothing
 * @param germanNouns small-lettered words that German has for the noun
 * @param references German translations of both, with {@code ~} in the place, or without it where the twin has nothing there
 */
public record SpanFrame(String sentence, String noun, List<String> germanNouns, List<String> references) {

    static final String PLACE = "~";
    private static final String NOTHING = "-";

    static SpanFrame of(Block block) {
        var below = block.below();
        var references = List.copyOf(below.subList(1, below.size()));
        if (below.get(0).equals(NOTHING)) {
            return new SpanFrame(block.line(), "", List.of(), references);
        }
        var parts = below.get(0).split(" = ", 2);
        return new SpanFrame(
                block.line(), parts[0], Arrays.stream(parts[1].split(",")).toList(), references);
    }

    String with(String span) {
        return sentence.replace(PLACE, span);
    }

    /** The sentence with the noun. */
    public String twin() {
        return sentence.replace(noun.isEmpty() ? PLACE + " " : PLACE, noun);
    }
}
