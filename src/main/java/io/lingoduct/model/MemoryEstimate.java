package io.lingoduct.model;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * How much memory a loaded bundle takes, guessed from its files without loading it: three times the graph, for its weights,
 * their copies in the order that matrix products want, and what is held while loading; sixteen times each tokenizer, which
 * grows from text into tables; and a little for every model. The memory of batches and of the runtime itself, about 50 MiB
 * once per process, is not in it.
 *
 * <p>Measured with ONNX Runtime 1.28 on Linux: a graph of 10.5 MiB with a tokenizer of 0.3 MiB made the resident memory grow
 * by 24 to 37 MiB, where this says 39; one of 0.14 MiB by 1.6 MiB, where this says 2.5.
 */
public final class MemoryEstimate {

    private static final long GRAPH_FACTOR = 3;
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
        return GRAPH_FACTOR * size(bundle.graphFile()) + TOKENIZER_FACTOR * tokenizers + BASE_BYTES;
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw new BundleException(file, "its size cannot be read: " + e, e);
        }
    }
}
