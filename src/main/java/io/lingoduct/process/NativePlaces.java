package io.lingoduct.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Folders that native libraries may lie in. */
final class NativePlaces {

    private static final Logger LOG = LoggerFactory.getLogger(NativePlaces.class);
    private static final String APPLICATION = "lingoduct";
    private static final String NATIVES = "natives";

    private NativePlaces() {}

    /** A folder that may not exist yet. */
    interface Opening {
        NativeFolder open() throws IOException;
    }

    /**
     * One of several places.
     *
     * @param name what to call it in a message
     */
    record Place(String name, Opening opening) {

        NativeFolder open() throws IOException {
            return opening.open();
        }
    }

    /**
     * The places to try, in this order: the one that was set, and no other; else the user's cache, then a folder in the temporary
     * one that nobody else can write to, which goes when this process ends.
     *
     * @param home may be absent or mean nothing
     */
    static List<Place> of(Map<String, String> environment, String home) {
        var set = System.getProperty(NativeLibraries.SETTING, environment.get(NativeLibraries.SETTING));
        if (set != null && !set.isBlank()) {
            var folder = Path.of(set).toAbsolutePath();
            return List.of(new Place(
                    folder.toString(), () -> NativeFolder.open(Files.exists(folder) ? folder.toRealPath() : folder)));
        }
        var places = new ArrayList<Place>();
        var cache = cache(environment.get("XDG_CACHE_HOME"), home);
        if (cache != null) {
            var ours = cache.resolve(APPLICATION);
            places.add(new Place(ours.resolve(NATIVES).toString(), () -> {
                NativeFolder.open(ours);
                return NativeFolder.open(ours.resolve(NATIVES));
            }));
        }
        places.add(new Place(System.getProperty("java.io.tmpdir"), NativePlaces::temporary));
        return places;
    }

    private static Path cache(String xdg, String home) {
        if (xdg != null && Path.of(xdg).isAbsolute()) {
            return Path.of(xdg);
        }
        return home == null || !Path.of(home).isAbsolute() ? null : Path.of(home, ".cache");
    }

    private static NativeFolder temporary() throws IOException {
        var folder = Files.createTempDirectory(APPLICATION + "-" + NATIVES);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> delete(folder), "lingoduct-natives-removal"));
        return NativeFolder.open(folder);
    }

    private static void delete(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            LOG.warn("the folder of native libraries stays behind: {}", folder, e);
        }
    }
}
