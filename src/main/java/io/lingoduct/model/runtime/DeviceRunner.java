package io.lingoduct.model.runtime;

import ai.onnxruntime.OrtException;
import io.lingoduct.model.Cancellation;
import io.lingoduct.model.Device;
import io.lingoduct.model.EncodedSegment;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.Translation;
import io.lingoduct.model.TranslationException;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.graph.OnnxGraph;
import io.lingoduct.model.graph.SearchKind;
import io.lingoduct.model.tokenizer.SegmentCoder;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A bundle's graph on the device that serves it, and beside a GPU another on the CPU for segments that the GPU has no memory for. */
final class DeviceRunner implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(DeviceRunner.class);

    private final GraphRunner runner;
    private final Device device;
    private GraphRunner cpuRunner;

    /** @param device where the graph was loaded, never {@code auto} */
    private DeviceRunner(GraphRunner runner, Device device) {
        this.runner = runner;
        this.device = device;
    }

    /**
     * Loads the graph for a device. Where {@code auto} finds no GPU that works, and where {@code cuda} finds none, the CPU
     * serves; in the second case with a warning.
     *
     * @param search that the graph has to be ready for
     * @throws BundleException if the bundle's graph cannot be loaded or breaks the contract
     */
    static DeviceRunner load(ModelBundle bundle, SegmentCoder coder, Device wanted, SearchOptions search) {
        return onGpu(bundle, coder, wanted)
                .orElseGet(() -> onCpu(bundle, coder, bundle.graphFile(), kind(bundle, search)));
    }

    /** Loads the GPU's graph, which computes in float32, for the CPU. */
    static DeviceRunner float32(ModelBundle bundle, SegmentCoder coder, SearchOptions search) {
        return onCpu(bundle, coder, bundle.gpuGraphFile(), kind(bundle, search));
    }

    private static Optional<DeviceRunner> onGpu(ModelBundle bundle, SegmentCoder coder, Device wanted) {
        if (wanted.kind() == Device.Kind.CPU) {
            return Optional.empty();
        }
        try {
            int beam = bundle.manifest().decoding().maxBeamSize();
            var graph = OnnxGraph.loadOnCuda(bundle.gpuGraphFile(), beam, wanted.number());
            var device = new Device(Device.Kind.CUDA, wanted.number());
            LOG.info("The model {} runs on {}", bundle.manifest().name(), device);
            return Optional.of(new DeviceRunner(new GraphRunner(bundle, coder, graph), device));
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

    private static DeviceRunner onCpu(ModelBundle bundle, SegmentCoder coder, Path file, SearchKind kind) {
        var graph = OnnxGraph.load(file, bundle.manifest().decoding().maxBeamSize(), kind);
        return new DeviceRunner(new GraphRunner(bundle, coder, graph), Device.CPU);
    }

    /** Kind of search that a graph must be ready for. */
    static SearchKind kind(ModelBundle bundle, SearchOptions search) {
        return SearchKind.of(search, bundle.shortlistFor(search).isPresent());
    }

    Device device() {
        return device;
    }

    /** The graph where it was loaded, for calls that need not fall back. */
    GraphRunner runner() {
        return runner;
    }

    /** As {@link GraphRunner#translate}; a batch that a GPU lacks memory for is halved, and a row goes to the CPU. */
    List<Translation> translate(List<EncodedSegment> batch, SearchOptions search, Cancellation cancellation) {
        return device.equals(Device.CPU)
                ? runner.translate(batch, search, cancellation)
                : GpuMemory.run(batch, part -> runner.translate(part, search, cancellation), part -> cpuRunner(search)
                        .translate(part, search, cancellation));
    }

    /** Loaded when a GPU lacks memory for the first time; stays for the next. */
    private synchronized GraphRunner cpuRunner(SearchOptions search) {
        if (cpuRunner == null) {
            var bundle = runner.bundle();
            requireSame(bundle);
            cpuRunner = onCpu(bundle, runner.coder(), bundle.graphFile(), kind(bundle, search))
                    .runner();
        }
        return cpuRunner;
    }

    /** A bundle that was put into the folder since would translate with another vocabulary. */
    private static void requireSame(ModelBundle bundle) {
        try {
            bundle.requireUnchanged();
        } catch (BundleException e) {
            throw new TranslationException(
                    "the GPU lacks memory for a sentence, and the bundle that the CPU would translate it with is no longer there: "
                            + e.getMessage(),
                    e);
        }
    }

    /** Must not be called while a translation is going on. */
    @Override
    public synchronized void close() {
        runner.graph().close();
        if (cpuRunner != null) {
            cpuRunner.graph().close();
        }
    }
}
