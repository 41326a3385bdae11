package io.lingoduct.model.runtime;

import ai.onnxruntime.OrtException;
import io.lingoduct.model.Device;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.graph.OnnxGraph;
import io.lingoduct.model.graph.SearchKind;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A bundle's graph on the device that serves it.
 *
 * @param device what it runs on, never {@code auto}
 */
record LoadedGraph(OnnxGraph graph, Device device) {

    private static final Logger LOG = LoggerFactory.getLogger(LoadedGraph.class);

    /**
     * Loads the graph for a device. Where {@code auto} finds no GPU that works, and where {@code cuda} finds none, the CPU
     * serves; in the second case with a warning.
     *
     * @param kind of search that it has to be ready for
     * @throws BundleException if the bundle's graph cannot be loaded or breaks the contract
     */
    static LoadedGraph of(ModelBundle bundle, Device wanted, SearchKind kind) {
        int beam = bundle.manifest().decoding().maxBeamSize();
        return onGpu(bundle, wanted, beam)
                .orElseGet(() -> new LoadedGraph(OnnxGraph.load(bundle.graphFile(), beam, kind), Device.CPU));
    }

    /** The GPU's graph on the CPU. */
    static LoadedGraph float32(ModelBundle bundle, SearchKind kind) {
        int beam = bundle.manifest().decoding().maxBeamSize();
        return new LoadedGraph(OnnxGraph.load(bundle.gpuGraphFile(), beam, kind), Device.CPU);
    }

    private static Optional<LoadedGraph> onGpu(ModelBundle bundle, Device wanted, int beam) {
        if (wanted.kind() == Device.Kind.CPU) {
            return Optional.empty();
        }
        try {
            var graph = OnnxGraph.loadOnCuda(bundle.gpuGraphFile(), beam, wanted.number());
            var device = new Device(Device.Kind.CUDA, wanted.number());
            LOG.info("The model {} runs on {}", bundle.manifest().name(), device);
            return Optional.of(new LoadedGraph(graph, device));
        } catch (OrtException e) {
            if (wanted.kind() == Device.Kind.CUDA) {
                LOG.warn(
                        "device is {}, but it cannot be used: {}. The CPU serves instead. A GPU takes an NVIDIA driver, CUDA,"
                                + " cuDNN and a build with the Maven profile gpu; device: cpu keeps this quiet",
                        wanted,
                        firstLine(e));
            } else {
                LOG.debug("No GPU is used: {}", firstLine(e));
            }
            return Optional.empty();
        }
    }

    private static String firstLine(OrtException e) {
        return String.valueOf(e.getMessage()).strip().lines().findFirst().orElse("");
    }
}
