package io.lingoduct.model.graph;

/**
 * Names of a graph's inputs and outputs, as docs/graph-contract.md lays them down. B counts sources, S the tokens of the longest
 * source, T those of the longest target, K the hypotheses of a beam, F the tokens of the longest given target, L candidates.
 */
public final class GraphPorts {

    /** Input {@code [B, S] int64}: token ids, each row ended by the end-of-sentence id and filled with the pad id. */
    public static final String SOURCE_IDS = "source_ids";

    /** Input {@code [B] int32}: tokens of each source, end-of-sentence included. */
    public static final String SOURCE_LENGTHS = "source_lengths";

    /** Input {@code int64}: most target tokens of any row. */
    public static final String MAX_LENGTH = "max_length";

    /** Optional input {@code int64}: hypotheses of a row; 1 is greedy search. */
    public static final String BEAM_SIZE = "beam_size";

    /** Optional input {@code float}, together with {@link #BEAM_SIZE}: exponent of the length that divides a score. */
    public static final String LENGTH_PENALTY = "length_penalty";

    /** Optional input {@code float}: weight of what a hypothesis loses for source tokens without attention. */
    public static final String COVERAGE_PENALTY = "coverage_penalty";

    /** Optional input {@code int64}: so many tokens in a row are said once only; 0 sets no limit. */
    public static final String NO_REPEAT_NGRAM = "no_repeat_ngram";

    /** Optional input {@code bool}: whether {@link #SCORES} will be read. */
    public static final String SCORES_WANTED = "scores_wanted";

    /** Optional input {@code [B, F] int64}: given targets; F is 0 where none is given. */
    public static final String FORCED_IDS = "forced_ids";

    /** Optional input {@code [L] int64}: target ids that any row may say; L is 0 for the whole vocabulary. */
    public static final String CANDIDATE_IDS = "candidate_ids";

    /** Optional input {@code [B, L] bool}, together with {@link #CANDIDATE_IDS}: whether a row itself may say an id. */
    public static final String CANDIDATE_MASK = "candidate_mask";

    /** Output {@code [B, T] int64}: token ids of the best hypotheses, end-of-sentence included. */
    public static final String TARGET_IDS = "target_ids";

    /** Output {@code [B] float}: scores of the best hypotheses. */
    public static final String SCORES = "scores";

    /** Optional output {@code [B, K, T] int64}: token ids of all hypotheses, the best first. */
    public static final String NBEST_IDS = "nbest_ids";

    /** Optional output {@code [B, K] float}, together with {@link #NBEST_IDS}: scores of all hypotheses. */
    public static final String NBEST_SCORES = "nbest_scores";

    /** Optional output {@code [B, T, S] float}: weights of the source tokens for each token of a given target. */
    public static final String ATTENTION = "attention";

    private GraphPorts() {}
}
