package io.lingoduct.training.bundle;

import io.lingoduct.model.bundle.Shortlist;
import io.lingoduct.training.export.TranslationGraph;
import io.lingoduct.training.export.onnx.GraphArithmetic;
import io.lingoduct.training.network.SearchLimits;
import io.lingoduct.training.network.Seq2Seq;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The graphs of a bundle, by the names of their files. */
final class BundleGraphs {

    private BundleGraphs() {}

    /**
     * Exports a network whose matrices are in half precision.
     *
     * @param files of the bundle, its shortlist among them where it has one
     */
    static Map<String, byte[]> of(Seq2Seq network, SearchLimits limits, List<Path> files) {
        var frequent = frequent(network, files);
        return Map.of(
                BundleWriter.CPU_GRAPH, TranslationGraph.of(network, limits, GraphArithmetic.INT8, frequent),
                BundleWriter.GPU_GRAPH, TranslationGraph.of(network, limits, GraphArithmetic.FLOAT32));
    }

    /** What any translation may hold; nothing where there is no shortlist. */
    private static int[] frequent(Seq2Seq network, List<Path> files) {
        var shape = network.config();
        return files.stream()
                .filter(file -> file.endsWith(Shortlist.FILE_NAME))
                .findFirst()
                .map(file -> Shortlist.load(file, shape.sourceVocabulary(), shape.targetVocabulary())
                        .frequent())
                .orElseGet(() -> new int[0]);
    }
}
