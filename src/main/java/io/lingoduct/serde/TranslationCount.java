package io.lingoduct.serde;

import java.util.List;

/** For formats with any number of texts in a message. */
final class TranslationCount {

    private TranslationCount() {}

    static void check(List<String> texts, List<TranslatedField> translations) {
        if (translations.size() != texts.size()) {
            throw new IllegalArgumentException(
                    "expected " + texts.size() + " translations, not " + translations.size());
        }
    }
}
