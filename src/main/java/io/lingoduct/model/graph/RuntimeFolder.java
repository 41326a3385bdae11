package io.lingoduct.model.graph;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The temporary folder that ONNX Runtime makes for its native part even when that lies elsewhere. It goes with the process, but
 * stays after a kill.
 */
final class RuntimeFolder {

    private static final Logger LOG = LoggerFactory.getLogger(RuntimeFolder.class);

    private RuntimeFolder() {}

    /** To be called once the runtime is loaded; does nothing where it has unpacked itself into the folder. */
    static void removeIfUnused() {
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
}
