package io.lingoduct.streams.message;

import io.lingoduct.text.language.LanguageDetector;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Takes the first word of the first text for its language; knows every language but Klingon. */
public final class FirstWordDetector implements LanguageDetector {

    @Override
    public Optional<String> detect(List<String> texts, Collection<String> candidates) {
        var word = texts.get(0).split(" ")[0];
        return Optional.of(word).filter(candidates::contains);
    }

    @Override
    public boolean knows(String language) {
        return !language.equals("tlh");
    }
}
