package io.lingoduct.training.vocabulary;

/**
 * Wanted kind and size of a vocabulary.
 *
 * @param size tokens wanted, special tokens and bytes included
 * @param minCharacterCount rarer characters are written as bytes
 */
public record VocabularyOptions(Kind kind, int size, int minCharacterCount) {

    /** Unit that becomes a token. In every kind bytes write what has no token, so that no text is unknown. */
    public enum Kind {
        /** Parts of words, joined by byte-pair encoding. */
        BPE,
        /** Single characters, the most frequent ones; the size is a maximum. */
        CHAR,
        /** Whole words, the most frequent ones; the others are spelt in characters. */
        WORD
    }
}
