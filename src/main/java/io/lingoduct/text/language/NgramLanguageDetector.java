package io.lingoduct.text.language;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Optional;
import java.util.Set;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.langdetect.ThreadSafeLanguageDetectorME;

/**
 * Detects languages by their character n-grams, with OpenNLP's model of 103 languages. The choice is made among the
 * candidates only, which makes short texts usable: "Guten Morgen" alone may be taken for Norwegian, but between German and
 * English there is no doubt. Tags that differ in script or region only, such as zh-Hans and zh-Hant, are not told apart.
 */
public final class NgramLanguageDetector implements LanguageDetector {

    private static final String MODEL = "/langdetect-183.bin";
    /** More text adds time and no certainty. */
    private static final int MAX_CHARS = 1_000;

    // The model names some languages by a member of the group that BCP 47 names.
    private static final Map<String, String> MEMBERS =
            Map.of("zho", "cmn", "nor", "nob", "est", "ekk", "lav", "lvs", "fas", "pes", "mlg", "plt", "lah", "pnb");

    private final ThreadSafeLanguageDetectorME detector;
    private final Set<String> known;

    private NgramLanguageDetector(LanguageDetectorModel model) {
        this.detector = new ThreadSafeLanguageDetectorME(model);
        this.known = Set.of(detector.getSupportedLanguages());
    }

    /** Loads the model that comes with the library; takes a second or two and 40 MB. */
    public static NgramLanguageDetector load() {
        try (var model = NgramLanguageDetector.class.getResourceAsStream(MODEL)) {
            if (model == null) {
                throw new FileNotFoundException(MODEL + " is not on the class path");
            }
            return new NgramLanguageDetector(new LanguageDetectorModel(model));
        } catch (IOException e) {
            throw new UncheckedIOException("the model for language detection cannot be loaded", e);
        }
    }

    @Override
    public Optional<String> detect(List<String> texts, Collection<String> candidates) {
        var sample = sample(texts);
        if (sample.codePoints().noneMatch(Character::isLetter)) {
            return Optional.empty();
        }
        // The guesses come with the most likely first.
        for (var guess : detector.predictLanguages(sample)) {
            var fitting = candidates.stream()
                    .filter(candidate -> nameInModel(candidate).equals(guess.getLang()))
                    .findFirst();
            if (fitting.isPresent()) {
                return fitting;
            }
        }
        return Optional.empty();
    }

    @Override
    public boolean knows(String language) {
        return known.contains(nameInModel(language));
    }

    private static String sample(List<String> texts) {
        var sample = new StringBuilder();
        for (var text : texts) {
            int room = MAX_CHARS - sample.length();
            if (room <= 0) {
                break;
            }
            sample.append(text, 0, Math.min(text.length(), room)).append('\n');
        }
        return sample.toString();
    }

    private static String nameInModel(String language) {
        try {
            var name = Locale.forLanguageTag(language).getISO3Language();
            return MEMBERS.getOrDefault(name, name);
        } catch (MissingResourceException e) {
            // No language of ISO 639, so none of the model's.
            return language;
        }
    }
}
