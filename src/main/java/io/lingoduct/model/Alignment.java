package io.lingoduct.model;

import java.util.List;

/**
 * Attention that the decoder pays to the source for each token of a target: a soft word alignment.
 *
 * @param source the source's tokens, end-of-sentence as the last
 * @param target the target's tokens, end-of-sentence as the last
 * @param weights {@code [T][S]}; each row adds up to 1
 */
public record Alignment(List<String> source, List<String> target, float[][] weights) {}
