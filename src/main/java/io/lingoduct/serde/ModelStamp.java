package io.lingoduct.serde;

/**
 * The model that made a translation, and how good that seems, as it is written into the output.
 *
 * @param name bundle name, such as {@code en-de}
 * @param version bundle version
 * @param sourceLanguage BCP 47 tag
 * @param targetLanguage BCP 47 tag
 * @param quality estimate for the worst text of the message, in 0…1; not a number where nothing is known
 */
public record ModelStamp(String name, String version, String sourceLanguage, String targetLanguage, double quality) {

    /** Of a translation of whose quality nothing is known. */
    public ModelStamp(String name, String version, String sourceLanguage, String targetLanguage) {
        this(name, version, sourceLanguage, targetLanguage, Double.NaN);
    }

    public boolean hasQuality() {
        return !Double.isNaN(quality);
    }
}
