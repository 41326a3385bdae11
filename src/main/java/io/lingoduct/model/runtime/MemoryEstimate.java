package io.lingoduct.model.runtime;

import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.graph.SearchKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * Memory that a loaded bundle takes, guessed from its files without loading it: a multiple of the graph, for its weights,
 * their copies in the order that matrix products want, and what is held while loading; sixteen times each tokenizer, which
 * grows from text into tables; and a little for every model. A graph of 8-bit integers is small in its file and holds tables
 * in memory, so its multiple is larger. The memory of batches, that of other searches than the configured one (see
 * {@link SearchKind}), and that of the runtime itself, about 50 MiB once per process, is not in it.
 *
 * <p>Measured with ONNX Runtime 1.28 on Linux: a graph of integers of 14.7 MiB made the resident memory grow by 130 to 290 MiB,
 * where this says 206 without its tokenizer. While it is loaded it takes some 300 MiB more for a moment.
 */
public final class MemoryEstimate {

    private static final long FLOAT_GRAPH_FACTOR = 3;
    private static final long INTEGER_GRAPH_FACTOR = 14;
    private static final long TOKENIZER_FACTOR = 16;
    private static final long BASE_BYTES = 2L << 20;

    private MemoryEstimate() {}

    /**
     * Bytes that the bundle will take once it is loaded.
     *
     * @throws BundleException if the size of a file cannot be read
     */
    public static long bytes(ModelBundle bundle) {
        long tokenizers = Stream.of(bundle.tokenizerFile(), bundle.targetTokenizerFile())
                .distinct()
                .mapToLong(MemoryEstimate::size)
                .sum();
        // A bundle with a graph of its own for GPUs has one of integers for CPUs.
        boolean integers = !bundle.graphFile().equals(bundle.gpuGraphFile());
        long graphFactor = integers ? INTEGER_GRAPH_FACTOR : FLOAT_GRAPH_FACTOR;
        return graphFactor * size(bundle.graphFile()) + TOKENIZER_FACTOR * tokenizers + BASE_BYTES;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new BundleException(file, "its size cannot be read: " + e, e);
        }
    }
}
