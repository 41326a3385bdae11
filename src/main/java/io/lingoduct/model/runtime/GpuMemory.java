package io.lingoduct.model.runtime;

import ai.onnxruntime.OrtException;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.TranslationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Way out for a batch that a GPU's memory cannot hold: its halves are run one after the other, and a single segment that is
 * still too much goes to the CPU. Rows are independent, so no translation changes by this.
 */
final class GpuMemory {

    private static final Logger LOG = LoggerFactory.getLogger(GpuMemory.class);

    private GpuMemory() {}

    /**
     * Runs a batch on the GPU, as far as that has the memory.
     *
     * @param gpu runs a batch; fails with a {@link TranslationException}
     * @param cpu runs a segment for which the GPU has no room
     */
    static <T> List<T> run(
            List<EncodedSegment> batch,
            Function<List<EncodedSegment>, List<T>> gpu,
            Function<List<EncodedSegment>, List<T>> cpu) {
        try {
            return gpu.apply(batch);
        } catch (TranslationException e) {
            if (!isOutOfMemory(e)) {
                throw e;
            }
            if (batch.size() == 1) {
                LOG.warn(
                        "The GPU has no memory for a segment of {} tokens; the CPU translates it. Other programs may use"
                                + " that GPU",
                        batch.get(0).length());
                return cpu.apply(batch);
            }
            LOG.warn(
                    "The GPU has no memory for a batch of {} segments; it is run in two halves. A smaller"
                            + " engine.batch-tokens avoids this",
                    batch.size());
            int half = batch.size() / 2;
            var results = new ArrayList<>(run(batch.subList(0, half), gpu, cpu));
            results.addAll(run(batch.subList(half, batch.size()), gpu, cpu));
            return results;
        }
    }

    /** The runtime has no error code for it; these are the words of CUDA and of the runtime's allocator. */
    private static boolean isOutOfMemory(TranslationException failure) {
        if (!(failure.getCause() instanceof OrtException cause)) {
            return false;
        }
        var message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("out of memory")
                || message.contains("failed to allocate memory")
                || message.contains("available memory of");
    }
}
