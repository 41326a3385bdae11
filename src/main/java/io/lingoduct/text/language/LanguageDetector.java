package io.lingoduct.text.language;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Tells the language of texts. Safe to use from many threads. */
public interface LanguageDetector {

    /**
     * The language among the candidates that fits best.
     *
     * @param texts taken together, as those of one message
     * @param candidates BCP 47 tags, each of them {@linkplain #knows known}
     * @return empty where the texts hold no letter, or there is no candidate
     */
    Optional<String> detect(List<String> texts, Collection<String> candidates);

    /** Whether the language with this BCP 47 tag can be told from others. */
    boolean knows(String language);
}
