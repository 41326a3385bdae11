package io.lingoduct.model.bundle;

/**
 * Sizes that the parts of a bundle may have. A bundle is somebody else's data: what is larger is refused before it is read, and
 * before a number in its manifest makes anybody set memory or time aside.
 */
final class BundleLimits {

    /** Bytes of {@code manifest.json}, which holds the whole training configuration. */
    static final long MANIFEST_BYTES = 1 << 20;

    /** Bytes of a tokenizer; the largest in common use have some 30 MB. */
    static final long TOKENIZER_BYTES = 64 << 20;

    /** Bytes of a shortlist. */
    static final long SHORTLIST_BYTES = 64 << 20;

    /** Bytes of a graph or of any file that is only checksummed: what the graph's format can hold. */
    static final long FILE_BYTES = Integer.MAX_VALUE - 8;

    /** Files that a manifest may list. */
    static final int FILES = 100;

    /** Characters of a name, a version or a language tag: the first two stand in the headers of every translated record. */
    static final int NAME_LENGTH = 200;

    /** Tokens of a vocabulary. */
    static final int VOCABULARY = 5_000_000;

    /** Tokens of a source or of a translation. */
    static final int TOKENS = 100_000;

    /** Hypotheses of a beam. */
    static final int BEAM = 1_000;

    static final int PLACEHOLDERS = 64;

    static final int QUALITY_WEIGHTS = 100;

    /** Log-odds for each unit of a feature. */
    static final int QUALITY_WEIGHT = 1_000;

    /** Target tokens for each source token. */
    static final int OUTPUT_RATIO = 1_000;

    private BundleLimits() {}
}
