package io.lingoduct.process;

import io.lingoduct.process.NativeLibrary.Telling;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Puts the native parts of ONNX Runtime, of the tokenizers and of Kafka's compression into a folder that belongs to this user,
 * once, and tells these libraries to load them from there. By themselves each of them unpacks its part into the temporary folder
 * at every start, where it stays after a kill, or loads what lies there under a known name, whoever put it there.
 *
 * <p>To be called before any of these libraries is used. Works on Linux and macOS; elsewhere, and where a jar has no part for this
 * machine, libraries are left to themselves.
 */
public final class NativeLibraries {

    /** Names the folder: a system property, or in capitals an environment variable. */
    public static final String SETTING = "LINGODUCT_NATIVES";

    private static final Logger LOG = LoggerFactory.getLogger(NativeLibraries.class);

    private static Path prepared;

    private final Map<String, String> environment;
    private final String home;
    private final List<NativeLibrary> libraries;
    private final ClassLoader loader;

    /**
     * @param home of the user; may mean nothing, as in a container for a user without an account
     * @param loader finds the libraries' jars
     */
    NativeLibraries(Map<String, String> environment, String home, List<NativeLibrary> libraries, ClassLoader loader) {
        this.environment = environment;
        this.home = home;
        this.libraries = libraries;
        this.loader = loader;
    }

    /**
     * Makes the native parts of this process's libraries ready.
     *
     * @return the folder they lie in
     * @throws NativeLibrariesException if there is no folder that they can be written to and loaded from, with what to set
     */
    public static synchronized Path prepare() {
        if (prepared == null) {
            prepared = new NativeLibraries(
                            System.getenv(),
                            System.getProperty("user.home"),
                            ofThisMachine(),
                            NativeLibraries.class.getClassLoader())
                    .prepareAll();
        }
        return prepared;
    }

    Path prepareAll() {
        var places = NativePlaces.of(environment, home);
        NativeLibrariesException failure = null;
        for (var place : places) {
            try {
                return prepareIn(place.open());
            } catch (IOException | UnsatisfiedLinkError e) {
                LOG.debug("native libraries cannot be loaded from {}", place.name(), e);
                var next = new NativeLibrariesException(place.name(), e);
                if (failure != null) {
                    next.addSuppressed(failure);
                }
                failure = next;
            }
        }
        throw failure;
    }

    private Path prepareIn(NativeFolder folder) throws IOException {
        for (var library : libraries) {
            if (!library.isLeftToUser()) {
                folder.unpack(library, loader);
            }
        }
        return folder.path();
    }

    /** The first is the smallest, and is loaded at once: it shows whether files of this folder can be. */
    private static List<NativeLibrary> ofThisMachine() {
        var os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        var arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        boolean linux = os.contains("linux");
        if (!linux && !os.contains("mac")) {
            return List.of();
        }
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        if (!arm && !arch.equals("amd64") && !arch.equals("x86_64")) {
            return List.of();
        }
        var x86 = arm ? "aarch64" : "x86_64";
        var osx = linux ? "linux" : "osx";
        var darwin = linux ? "linux" : "darwin";
        var amd64 = arm ? "aarch64" : linux ? "amd64" : "x86_64";
        return List.of(
                new NativeLibrary(
                        "lz4",
                        "net/jpountz/util/Native.class",
                        "net/jpountz/util/" + darwin + "/" + amd64 + "/",
                        "net.jpountz.util.Native",
                        Lz4Native::load),
                new NativeLibrary(
                        "snappy",
                        "org/xerial/snappy/SnappyLoader.class",
                        "org/xerial/snappy/native/" + (linux ? "Linux" : "Mac") + "/" + x86 + "/",
                        "org.xerial.snappy.lib.path",
                        byFolder("org.xerial.snappy.lib.path")),
                new NativeLibrary(
                        "zstd",
                        "com/github/luben/zstd/util/Native.class",
                        darwin + "/" + amd64 + "/",
                        "ZstdNativePath",
                        byFile("ZstdNativePath")),
                // The tokenizers' library looks for CUDA with it.
                new NativeLibrary(
                        "jna",
                        "com/sun/jna/Native.class",
                        "com/sun/jna/" + darwin + "-" + x86.replace('_', '-') + "/",
                        "jna.boot.library.path",
                        byFolder("jna.boot.library.path", "jna.tmpdir")),
                new NativeLibrary(
                        "tokenizers",
                        "ai/djl/huggingface/tokenizers/jni/LibUtils.class",
                        "native/lib/" + osx + "-" + x86 + "/cpu/",
                        "RUST_LIBRARY_PATH",
                        byFile("RUST_LIBRARY_PATH")),
                new NativeLibrary(
                        "onnxruntime",
                        "ai/onnxruntime/OnnxRuntime.class",
                        "ai/onnxruntime/native/" + osx + "-" + (arm ? "aarch64" : "x64") + "/",
                        "onnxruntime.native.path",
                        byFolder("onnxruntime.native.path")));
    }

    private static Telling byFolder(String... properties) {
        return (folder, files) -> {
            for (var property : properties) {
                System.setProperty(property, folder.toString());
            }
        };
    }

    private static Telling byFile(String property) {
        return (folder, files) ->
                System.setProperty(property, folder.resolve(files.get(0)).toString());
    }
}
