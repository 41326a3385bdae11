package io.lingoduct.model;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens graphs in ONNX Runtime. */
final class Sessions {

    static final OrtEnvironment ENVIRONMENT = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    private Sessions() {}

    static OrtSession onCpu(Path graph) throws OrtException {
        try (var options = options()) {
            var prepared = prepared(graph);
            return prepared.isPresent()
                    ? ENVIRONMENT.createSession(prepared.get(), options)
                    : ENVIRONMENT.createSession(graph.toString(), options);
        }
    }

    /** Empty where the file serves as it is; what is wrong with it, the runtime says best. */
    private static Optional<byte[]> prepared(Path graph) {
        try {
            return NestedWeights.copiedInto(graph);
        } catch (IOException e) {
            LOG.debug("{} is left to ONNX Runtime as it is: {}", graph, e.toString());
            return Optional.empty();
        }
    }

    /**
     * The runtime lists CUDA among its providers wherever it was built with it, a GPU or not: whether it works shows only
     * when it is tried.
     *
     * @throws OrtException if there is no such GPU, or the runtime was built without CUDA
     */
    static OrtSession onCuda(Path graph, int device) throws OrtException {
        try (var options = options()) {
            options.addCUDA(device);
            return ENVIRONMENT.createSession(graph.toString(), options);
        }
    }

    private static OrtSession.SessionOptions options() throws OrtException {
        var options = new OrtSession.SessionOptions();
        options.setIntraOpNumThreads(1);
        options.setInterOpNumThreads(1);
        options.addConfigEntry("session.intra_op.allow_spinning", "0");
        options.addConfigEntry("session.inter_op.allow_spinning", "0");
        // Every batch has another shape: an arena would only grow, and a memory pattern never fits twice.
        options.setCPUArenaAllocator(false);
        options.setMemoryPatternOptimization(false);
        options.setSessionLogLevel(OrtLoggingLevel.ORT_LOGGING_LEVEL_FATAL);
        return options;
    }
}
