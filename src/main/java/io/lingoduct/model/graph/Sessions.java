package io.lingoduct.model.graph;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;

/** Opens graphs in ONNX Runtime. */
final class Sessions {

    static final OrtEnvironment ENVIRONMENT = environment();

    private Sessions() {}

    private static OrtEnvironment environment() {
        var environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        RuntimeFolder.removeIfUnused();
        return environment;
    }

    /** @param graph as a file would hold it */
    static OrtSession onCpu(byte[] graph) throws OrtException {
        try (var options = options()) {
            return ENVIRONMENT.createSession(graph, options);
        }
    }

    /**
     * The runtime lists CUDA among its providers wherever it was built with it, a GPU or not: whether it works shows only
     * when it is tried.
     *
     * @throws OrtException if there is no such GPU, or the runtime was built without CUDA
     */
    static OrtSession onCuda(byte[] graph, int device) throws OrtException {
        try (var options = options()) {
            options.addCUDA(device);
            return ENVIRONMENT.createSession(graph, options);
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
