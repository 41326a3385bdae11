package io.lingoduct.training.batch;

/**
 * A sentence pair as token ids.
 *
 * @param source ids including the final end-of-sentence id, as the graph takes them
 * @param target ids without begin- and end-of-sentence
 */
public record EncodedPair(long[] source, long[] target) {}
