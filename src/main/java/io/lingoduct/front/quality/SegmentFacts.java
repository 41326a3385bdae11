package io.lingoduct.front.quality;

import io.lingoduct.front.check.Finding;
import java.util.Set;

/**
 * What is known of the translation of a segment.
 *
 * @param source as the model has read it
 * @param target as the model has written it
 * @param score log-probability divided by the length; not a number where it is not known
 * @param findings in the target
 */
public record SegmentFacts(String source, String target, float score, Set<Finding> findings) {}
