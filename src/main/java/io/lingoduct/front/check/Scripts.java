package io.lingoduct.front.check;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** Scripts that a text is written in. Those that one language writes side by side count as one. */
final class Scripts {

    private static final int FIRST_NON_LATIN = 0x370;
    private static final int FIRST_WITHOUT_SPACES = 0xE00;

    private static final Set<UnicodeScript> WITHOUT_SPACES = EnumSet.of(
            UnicodeScript.HAN,
            UnicodeScript.HIRAGANA,
            UnicodeScript.KATAKANA,
            UnicodeScript.THAI,
            UnicodeScript.LAO,
            UnicodeScript.KHMER,
            UnicodeScript.MYANMAR);

    private Scripts() {}

    /** Whether words of this character's script are written without spaces between them. */
    static boolean hasNoSpaces(int character) {
        return character >= FIRST_WITHOUT_SPACES && WITHOUT_SPACES.contains(UnicodeScript.of(character));
    }

    /** Whether some letters of a target are of a script that neither its source nor most of itself is written in. */
    static boolean hasForeign(String source, String target) {
        if (target.chars().allMatch(c -> c < FIRST_NON_LATIN)) {
            return false;
        }
        var letters = letters(target);
        letters.keySet().removeAll(letters(source).keySet());
        int all = letters(target).values().stream().mapToInt(Integer::intValue).sum();
        return letters.values().stream().anyMatch(count -> 2 * count < all);
    }

    private static Map<UnicodeScript, Integer> letters(String text) {
        var letters = new EnumMap<UnicodeScript, Integer>(UnicodeScript.class);
        text.codePoints().filter(Character::isLetter).forEach(c -> {
            var script = group(UnicodeScript.of(c));
            if (script != UnicodeScript.COMMON && script != UnicodeScript.INHERITED) {
                letters.merge(script, 1, Integer::sum);
            }
        });
        return letters;
    }

    private static UnicodeScript group(UnicodeScript script) {
        return switch (script) {
            case HIRAGANA, KATAKANA, HANGUL, BOPOMOFO -> UnicodeScript.HAN;
            default -> script;
        };
    }
}
