package io.lingoduct.text.segment;

import java.util.Set;

/** Sets of words in small letters, written as one string. */
final class WordSets {

    private WordSets() {}

    static Set<String> of(String spaceSeparated) {
        return Set.of(spaceSeparated.split(" "));
    }
}
