package io.lingoduct.model.bundle;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * Target ids that a translation may hold, given the ids of its source: some frequent ones whatever the source, and for each
 * source id its candidates. A decoder that scores these alone saves most of the output projection. A batch scores the union
 * of its rows; the mask keeps each row to its own ids, so that a translation does not depend on its batch mates.
 *
 * <p>Immutable, and safe to use from many threads.
 */
public final class Shortlist {

    /** Name of the file inside a bundle, by custom. */
    public static final String FILE_NAME = "shortlist.txt";

    private final int targetVocabulary;
    private final int[] frequent;
    // Candidates of all source ids in one row: those of id s stand from starts[s] to starts[s + 1].
    private final int[] starts;
    private final int[] candidates;

    private Shortlist(int targetVocabulary, int[] frequent, int[] starts, int[] candidates) {
        this.targetVocabulary = targetVocabulary;
        this.frequent = frequent;
        this.starts = starts;
        this.candidates = candidates;
    }

    /**
     * Target ids that a batch may say.
     *
     * @param ids [L] the target ids that any row may say, ascending
     * @param mask [B · L] row by row: whether that row itself may say the id
     */
    public record Candidates(long[] ids, boolean[] mask) {}

    /**
     * Every list of ids must be strictly ascending and within the target vocabulary.
     *
     * @param frequent target ids that any translation may hold, end-of-sentence among them
     * @param candidates target ids by source id; they may repeat frequent ones
     * @throws IllegalArgumentException naming the list at fault
     */
    public static Shortlist of(int targetVocabulary, int[] frequent, List<int[]> candidates) {
        requireSound("the frequent ids", frequent, targetVocabulary);
        var starts = new int[candidates.size() + 1];
        for (int source = 0; source < candidates.size(); source++) {
            requireSound("the candidates of source id " + source, candidates.get(source), targetVocabulary);
            starts[source + 1] = starts[source] + candidates.get(source).length;
        }
        var all = candidates.stream().flatMapToInt(Arrays::stream).toArray();
        return new Shortlist(targetVocabulary, frequent.clone(), starts, all);
    }

    /**
     * Reads a bundle's shortlist.
     *
     * @param sourceVocabulary number of source ids, each of which has its line
     * @param targetVocabulary number of target ids
     * @throws BundleException naming the file, the line and the cause
     */
    public static Shortlist load(Path file, int sourceVocabulary, int targetVocabulary) {
        return ShortlistFile.read(file, sourceVocabulary, targetVocabulary);
    }

    /** Writes the file that {@link #load} reads, replacing what is there. */
    public void write(Path file) throws IOException {
        ShortlistFile.write(file, this);
    }

    /**
     * Unites the ids that the rows may say.
     *
     * @param rows [B] source ids, of any length; end-of-sentence, which stands for no word, has no candidates by custom
     * @throws IllegalArgumentException if a source id is outside the vocabulary
     */
    public Candidates forBatch(List<long[]> rows) {
        var union = new IdUnion(targetVocabulary);
        union.add(frequent, 0, frequent.length);
        for (var row : rows) {
            for (long source : row) {
                int id = known(source);
                union.add(candidates, starts[id], starts[id + 1]);
            }
        }
        union.rank();
        return new Candidates(union.ids(), mask(rows, union));
    }

    private boolean[] mask(List<long[]> rows, IdUnion union) {
        int width = union.size();
        var everyRow = new boolean[width];
        union.mark(frequent, 0, frequent.length, everyRow, 0);
        var mask = new boolean[Math.multiplyExact(rows.size(), width)];
        int at = 0;
        for (var row : rows) {
            System.arraycopy(everyRow, 0, mask, at, width);
            for (long source : row) {
                union.mark(candidates, starts[(int) source], starts[(int) source + 1], mask, at);
            }
            at += width;
        }
        return mask;
    }

    private int known(long source) {
        if (source < 0 || source >= sourceVocabulary()) {
            throw new IllegalArgumentException(
                    "source id " + source + " is outside the shortlist's vocabulary of " + sourceVocabulary());
        }
        return (int) source;
    }

    /** Number of source ids, which run from 0. */
    public int sourceVocabulary() {
        return starts.length - 1;
    }

    /** Number of target ids, which run from 0. */
    public int targetVocabulary() {
        return targetVocabulary;
    }

    /** Target ids that any translation may hold, ascending. */
    public int[] frequent() {
        return frequent.clone();
    }

    /**
     * Whether any row, whatever its source and its batch mates, may be continued in as many ways as a beam has hypotheses.
     *
     * @param beamSize hypotheses of a row
     */
    boolean isWideEnoughFor(int beamSize) {
        return frequent.length >= beamSize;
    }

    /** Target ids, besides the frequent ones, that a source with this id may lead to; ascending. */
    public int[] candidates(int source) {
        int id = known(source);
        return Arrays.copyOfRange(candidates, starts[id], starts[id + 1]);
    }

    /** Fault of a list of ids, in words, or an empty text. */
    static String fault(int[] ids, int vocabulary) {
        int previous = -1;
        for (int id : ids) {
            if (id < 0 || id >= vocabulary) {
                return "id " + id + " is outside the target vocabulary of " + vocabulary;
            }
            if (id <= previous) {
                return "id " + id + " follows " + previous + "; ids must ascend, each once";
            }
            previous = id;
        }
        return "";
    }

    private static void requireSound(String what, int[] ids, int vocabulary) {
        var fault = fault(ids, vocabulary);
        if (!fault.isEmpty()) {
            throw new IllegalArgumentException(what + ": " + fault);
        }
    }
}
