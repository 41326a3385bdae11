package io.lingoduct.training.network;

import java.util.List;
import org.bytedeco.javacpp.Loader;
import org.bytedeco.pytorch.global.torch;

/** The native libraries that training runs on. */
public final class Natives {

    private static final List<String> PLATFORMS = List.of("linux-x86_64", "windows-x86_64", "macosx-arm64");

    private Natives() {}

    /**
     * Loads libtorch, so that its absence is told before any work is done.
     *
     * @throws IllegalStateException if there is none for this machine, or it does not load
     */
    public static void require() {
        var platform = Loader.getPlatform();
        if (!PLATFORMS.contains(platform)) {
            throw new IllegalStateException("training needs libtorch, which has no build for " + platform
                    + ", only for " + String.join(", ", PLATFORMS) + "; models trained elsewhere can be served here");
        }
        try {
            Loader.load(torch.class);
        } catch (LinkageError e) {
            throw new IllegalStateException(
                    "libtorch cannot be loaded: " + e.getMessage() + " (435 MB are unpacked to ~/.javacpp;"
                            + " LINGODUCT_JAVA_OPTS=-Dorg.bytedeco.javacpp.cachedir=DIR moves them)",
                    e);
        }
    }
}
