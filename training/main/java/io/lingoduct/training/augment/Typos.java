package io.lingoduct.training.augment;

import java.util.List;
import java.util.SplittableRandom;

/**
 * Misspells one or two words as fingers do: two letters swapped, one doubled, one dropped, or the key beside it. Names and
 * numbers stay: what they should have been nobody can tell.
 */
final class Typos {

    private static final int SHORTEST = 4;
    private static final double SECOND = 0.3;

    private final NameWords names;
    private final NeighbourKeys keys;

    Typos(NameWords names, NeighbourKeys keys) {
        this.names = names;
        this.keys = keys;
    }

    String misspell(String sentence, SplittableRandom random) {
        var words = Draws.shuffled(
                Word.in(sentence).stream().filter(this::canBeMisspelt).toList(), random);
        int count = Math.min(words.size(), Draws.chance(SECOND, random) ? 2 : 1);
        var chosen = words.subList(0, count).stream()
                .sorted((a, b) -> Integer.compare(b.start(), a.start()))
                .toList();
        var text = new StringBuilder(sentence);
        for (var word : chosen) {
            text.replace(word.start(), word.end(), misspelt(word.text(), random));
        }
        return text.toString();
    }

    private boolean canBeMisspelt(Word word) {
        return word.text().length() >= SHORTEST
                && word.text().chars().allMatch(Character::isLetter)
                && !names.contains(word.text());
    }

    private String misspelt(String word, SplittableRandom random) {
        // The first letter is seldom missed, and a word without it is another one.
        int at = 1 + random.nextInt(word.length() - 1);
        char letter = word.charAt(at);
        return switch (random.nextInt(4)) {
            case 0 ->
                at + 1 < word.length()
                        ? word.substring(0, at) + word.charAt(at + 1) + letter + word.substring(at + 2)
                        : word.substring(0, at - 1) + letter + word.charAt(at - 1);
            case 1 -> word.substring(0, at) + letter + word.substring(at);
            case 2 -> word.substring(0, at) + word.substring(at + 1);
            default -> word.substring(0, at) + neighbour(letter, random) + word.substring(at + 1);
        };
    }

    private char neighbour(char letter, SplittableRandom random) {
        var neighbours = keys.of(letter);
        return neighbours.isEmpty() ? letter : Draws.one(neighbours, random);
    }

    /** Keys beside each other on a keyboard. */
    record NeighbourKeys(List<String> rows) {

        /** The usual keyboard of a language. */
        static NeighbourKeys of(String language) {
            return switch (language) {
                case "de" -> new NeighbourKeys(List.of("qwertzuiopü", "asdfghjklöä", "yxcvbnm"));
                case "fr" -> new NeighbourKeys(List.of("azertyuiop", "qsdfghjklm", "wxcvbn"));
                default -> new NeighbourKeys(List.of("qwertyuiop", "asdfghjkl", "zxcvbnm"));
            };
        }

        /** Left and right neighbour of a key; empty where the keyboard has no such key. */
        List<Character> of(char letter) {
            for (var row : rows) {
                int at = row.indexOf(letter);
                if (at >= 0) {
                    return row.substring(Math.max(0, at - 1), Math.min(row.length(), at + 2))
                            .chars()
                            .filter(c -> c != letter)
                            .mapToObj(c -> (char) c)
                            .toList();
                }
            }
            return List.of();
        }
    }
}
