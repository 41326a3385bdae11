package io.lingoduct.serde;

import java.util.List;

/** For formats with exactly one text in a message. */
final class OnlyText {

    private OnlyText() {}

    static TranslatedField of(List<TranslatedField> translations) {
        if (translations.size() != 1) {
            throw new IllegalArgumentException("expected 1 translation, not " + translations.size());
        }
        return translations.get(0);
    }
}
