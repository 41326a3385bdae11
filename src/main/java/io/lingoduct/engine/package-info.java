/**
 * Batches that form across all callers. Callers queue segments or whole texts and get futures; a few workers run what waits in
 * batches of about equal length; a model can be replaced while it works.
 *
 * <p>Start reading at {@link TranslationEngine}, {@link SegmentQueue}, {@link BatchPlanner}, {@link SegmentingTextTranslator}.
 *
 * <p>May use {@code config}, {@code front}, {@code front.quality}, {@code model}, {@code text.segment}.
 */
package io.lingoduct.engine;
