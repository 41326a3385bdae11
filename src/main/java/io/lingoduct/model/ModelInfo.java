package io.lingoduct.model;

/**
 * Identity and limits of a loaded model.
 *
 * @param name bundle name, such as {@code en-de}
 * @param version bundle version; the stream writes it into a header of every translated record
 * @param sourceLanguage BCP 47 tag
 * @param targetLanguage BCP 47 tag
 * @param maxSourceTokens longest source segment, in tokens, end-of-sentence not counted
 * @param maxBeamSize largest beam size that the graph accepts; 1 means greedy only
 */
public record ModelInfo(
        String name,
        String version,
        String sourceLanguage,
        String targetLanguage,
        int maxSourceTokens,
        int maxBeamSize) {}
