package io.lingoduct.serde;

import java.util.List;

/**
 * The translation of one text of a message.
 *
 * @param complete false if any part of it hit the search's length limit
 */
public record TranslatedField(String text, boolean complete) {

    /** @throws IllegalArgumentException if the numbers of texts and translations differ */
    public static void requireOneForEach(List<String> texts, List<TranslatedField> translations) {
        if (translations.size() != texts.size()) {
            throw new IllegalArgumentException(
                    "expected " + texts.size() + " translations, not " + translations.size());
        }
    }
}
