package io.lingoduct.engine;

/**
 * What an engine has done since it was made; figures of one snapshot may be a batch apart.
 *
 * @param batches runs of the translator, failed ones included
 * @param segments segments translated, those from the cache not included
 * @param cacheHits segments answered from the cache
 * @param failedSegments segments that could not be translated
 * @param timedOutSegments those of the failed segments that ran into the time-out
 * @param sourceTokens tokens of the batches, end-of-sentence included and padding not
 * @param paddedTokens tokens of the batches with their padding
 * @param queueDepth segments waiting now
 */
public record EngineStats(
        long batches,
        long segments,
        long cacheHits,
        long failedSegments,
        long timedOutSegments,
        long sourceTokens,
        long paddedTokens,
        int queueDepth) {}
