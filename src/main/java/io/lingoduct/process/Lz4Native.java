package io.lingoduct.process;

import java.nio.file.Path;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Loads lz4-java's native part, which has no setting for where it lies. */
final class Lz4Native {

    private static final Logger LOG = LoggerFactory.getLogger(Lz4Native.class);

    private Lz4Native() {}

    /** Loads the file and makes the library know that it is there, or else it would unpack and load another copy. */
    static void load(Path folder, List<String> files) {
        System.load(folder.resolve(files.get(0)).toString());
        try {
            var loaded = Class.forName("net.jpountz.util.Native").getDeclaredField("loaded");
            loaded.setAccessible(true);
            loaded.setBoolean(null, true);
        } catch (ReflectiveOperationException | RuntimeException e) {
            LOG.debug("lz4-java unpacks a copy of its own", e);
        }
    }
}
