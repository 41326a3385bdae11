package io.lingoduct.model.graph;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Opens graphs in ONNX Runtime. */
public final class Sessions {

    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);

    public static final OrtEnvironment ENVIRONMENT = environment();

    private Sessions() {}

    private static OrtEnvironment environment() {
        var environment = OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR);
        removeUnusedFolder();
        return environment;
    }

    /** Removes the temporary folder that the runtime makes even where its native part lies elsewhere; a kill would leave it. */
    private static void removeUnusedFolder() {
        if (System.getProperty("onnxruntime.native.path") == null) {
            return;
        }
        try {
            var field = Class.forName("ai.onnxruntime.OnnxRuntime").getDeclaredField("tempDirectory");
            field.setAccessible(true);
            if (field.get(null) instanceof Path folder) {
                Files.deleteIfExists(folder);
            }
        } catch (ReflectiveOperationException | IOException | RuntimeException e) {
            LOG.debug("ONNX Runtime's temporary folder stays until this process ends", e);
        }
    }

    /** @param graph as a file would hold it */
    public static OrtSession onCpu(byte[] graph) throws OrtException {
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
