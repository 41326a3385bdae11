package io.lingoduct.bench.pipeline;

/**
 * One way to run the service.
 *
 * @param guarantee as the configuration names it
 * @param partitions of the input and of the output topic
 * @param streamThreads of each instance
 * @param instances processes that share the work
 * @param engineThreads batches that each instance runs at once; null is one for each processor
 */
public record Setup(String guarantee, int partitions, int streamThreads, int instances, Integer engineThreads) {

    static final String EXACTLY_ONCE = "exactly-once";
    static final String AT_LEAST_ONCE = "at-least-once";

    /** One instance with the settings that {@code serve} has by itself. */
    static Setup plain(String guarantee, int partitions) {
        return new Setup(guarantee, partitions, 2, 1, null);
    }

    /** Short, for axes and progress. */
    String label() {
        return "%s%dp %dt ×%d%s"
                .formatted(
                        guarantee.equals(EXACTLY_ONCE) ? "" : guarantee + " ",
                        partitions,
                        streamThreads,
                        instances,
                        engineThreads == null ? "" : " e" + engineThreads);
    }
}
