package io.lingoduct.model;

/**
 * The best hypothesis for one segment.
 *
 * @param text the target segment
 * @param score log-probability of the hypothesis divided by length to the power of the length penalty; not a number where
 *     {@link SearchOptions#scores} were not wanted
 * @param complete false if the search hit its length limit before the end-of-sentence token
 */
public record Translation(String text, float score, boolean complete) {}
