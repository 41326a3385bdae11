package io.lingoduct.streams.route;

/**
 * Shares of the heap that the clients of one stream thread may fill with messages, whatever the messages' size. Half of the heap
 * is left to translations under way, models' tables and Kafka's own needs.
 *
 * @param heldBytes records that were polled and wait for their turn; one poll may go beyond
 * @param fetchBytes bytes that one answer of a broker brings; another one may be under way while records of the one before are held
 * @param producerBytes records on their way to the brokers
 */
record MemoryShares(long heldBytes, int fetchBytes, int producerBytes) {

    // Kafka's own default, which is enough for any heap.
    private static final int MOST_FETCH_BYTES = 50 << 20;
    // No record can be larger than a producer's buffer.
    private static final int MOST_PRODUCER_BYTES = 128 << 20;
    // A message of the usual largest size, and its batch.
    private static final int LEAST_BYTES = 2 << 20;
    // Together with two answers under way a quarter of the heap holds input, and an eighth output.
    private static final int HELD_PART = 8;
    private static final int FETCH_PART = 16;
    private static final int PRODUCER_PART = 8;

    /**
     * @param heapBytes largest size of the heap
     * @param streamThreads threads of all routes together
     */
    static MemoryShares of(long heapBytes, int streamThreads) {
        long perThread = heapBytes / streamThreads;
        return new MemoryShares(
                Math.max(LEAST_BYTES, perThread / HELD_PART),
                bounded(perThread / FETCH_PART, MOST_FETCH_BYTES),
                bounded(perThread / PRODUCER_PART, MOST_PRODUCER_BYTES));
    }

    private static int bounded(long bytes, int most) {
        return (int) Math.min(most, Math.max(LEAST_BYTES, bytes));
    }
}
