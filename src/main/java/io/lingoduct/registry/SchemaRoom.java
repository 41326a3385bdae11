package io.lingoduct.registry;

/**
 * Room for schemas that are kept, in characters of their texts, as a share of the heap. Whoever may register schemas may register
 * thousands of the largest; in memory the parts of a schema take far more than its text.
 */
public final class SchemaRoom {

    /** Memory that a schema of many small fields takes for each character of its text. */
    private static final int BYTES_PER_CHARACTER = 16;

    private static final long MOST_CHARACTERS = 32 << 20;

    private SchemaRoom() {}

    /**
     * @param share of the heap: 8 means an eighth
     * @return characters, of all schemas together
     */
    public static long characters(int share) {
        return characters(share, Runtime.getRuntime().maxMemory());
    }

    /** @param heap in bytes */
    static long characters(int share, long heap) {
        return Math.min(MOST_CHARACTERS, heap / share / BYTES_PER_CHARACTER);
    }
}
