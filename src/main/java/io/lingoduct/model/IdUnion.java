package io.lingoduct.model;

/**
 * A set of ids that can tell the place of each in ascending order. A bit for each id, and for each word of 64 bits the number
 * of ids before it: both stay in the innermost cache, and a place costs one count of bits (Jacobson, 1989: "Space-efficient
 * Static Trees and Graphs").
 */
final class IdUnion {

    private final long[] words;
    private final int[] before;
    private int size;

    IdUnion(int vocabulary) {
        words = new long[(vocabulary + Long.SIZE - 1) / Long.SIZE];
        before = new int[words.length];
    }

    /** Adds {@code ids[from]} to {@code ids[to - 1]}. */
    void add(int[] ids, int from, int to) {
        for (int i = from; i < to; i++) {
            words[ids[i] >>> 6] |= 1L << ids[i];
        }
    }

    /** Must be called after the last id was added, and before any place is asked for. */
    void rank() {
        size = 0;
        for (int w = 0; w < words.length; w++) {
            before[w] = size;
            size += Long.bitCount(words[w]);
        }
    }

    int size() {
        return size;
    }

    /** Sets {@code flags[offset + place]} for each of {@code ids[from]} to {@code ids[to - 1]}, which must be in the set. */
    void mark(int[] ids, int from, int to, boolean[] flags, int offset) {
        for (int i = from; i < to; i++) {
            int id = ids[i];
            long lower = words[id >>> 6] & ((1L << id) - 1);
            flags[offset + before[id >>> 6] + Long.bitCount(lower)] = true;
        }
    }

    /** All ids, ascending. */
    long[] ids() {
        var ids = new long[size];
        int count = 0;
        for (int w = 0; w < words.length; w++) {
            for (long rest = words[w]; rest != 0; rest &= rest - 1) {
                ids[count++] = (long) w * Long.SIZE + Long.numberOfTrailingZeros(rest);
            }
        }
        return ids;
    }
}
