package io.lingoduct.model;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Words that stand for something in a segment that must not be translated, in the form that a model carries best from source to
 * target. No two are the same, and none is a part of another.
 *
 * @param things stand for names, addresses, codes and the like, one for each in a segment
 * @param numbers stand for numbers, prices, dates and times, one for each in a segment
 */
public record PlaceholderForm(List<String> things, List<String> numbers) {

    private static final int FIRST_RESERVED = 0xE000;
    private static final int RESERVED_THINGS = 6;
    private static final int RESERVED_NUMBERS = 4;
    private static final int ALL_RESERVED = 13;

    /**
     * Tokens of their own, which our training module puts into each vocabulary: code points for private use from U+E000 on. Their
     * ids are those of bytes that never occur in UTF-8, for which a vocabulary with byte fallback has no other use.
     */
    public static final PlaceholderForm RESERVED = new PlaceholderForm(
            reserved(FIRST_RESERVED, RESERVED_THINGS), reserved(FIRST_RESERVED + RESERVED_THINGS, RESERVED_NUMBERS));

    /** Names that every model has seen, and numbers that no one counts with: for models that were trained without placeholders. */
    public static final PlaceholderForm NAMES = new PlaceholderForm(
            List.of("Tom", "Mary", "Boston", "John", "Bob", "Alice"), List.of("57", "83", "69", "94"));

    /** Whether a character is one of the tokens of our own, or kept for more of them. */
    public static boolean isReserved(int character) {
        return character >= FIRST_RESERVED && character < FIRST_RESERVED + ALL_RESERVED;
    }

    /** The same words in another order. */
    public PlaceholderForm turned() {
        return new PlaceholderForm(turned(things), turned(numbers));
    }

    private static List<String> turned(List<String> words) {
        return IntStream.range(0, words.size())
                .mapToObj(i -> words.get((i + words.size() / 2) % words.size()))
                .toList();
    }

    public PlaceholderForm {
        things = List.copyOf(things);
        numbers = List.copyOf(numbers);
    }

    private static List<String> reserved(int first, int count) {
        return IntStream.range(first, first + count)
                .mapToObj(Character::toString)
                .toList();
    }
}
