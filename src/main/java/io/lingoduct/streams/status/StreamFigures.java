package io.lingoduct.streams.status;

/**
 * What a stream has done since it started, in records.
 *
 * @param translated written to an output topic with a translation
 * @param passedThrough tombstones, and messages that are in their target language already, written as they were
 * @param deadLettered written to the dead-letter topic
 * @param prefetched of those processed, how many were already under way when their turn came
 */
public record StreamFigures(long translated, long passedThrough, long deadLettered, long prefetched) {

    /** Records that left the stream, whichever way. */
    public long processed() {
        return translated + passedThrough + deadLettered;
    }
}
