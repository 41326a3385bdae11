package io.lingoduct.service;

import io.lingoduct.config.ConfigReader;
import java.util.HashMap;
import java.util.Map;

/** Sections {@code engine} as a file would have them. */
public final class EngineSections {

    private EngineSections() {}

    /** One engine run at a time, no linger, no limits; then the keys that are given. */
    public static EngineSection of(Map<String, ?> keys) {
        var settings = new HashMap<String, Object>(Map.of(
                "linger-ms", 0, "queue-capacity", 100, "threads", 1, "max-text-bytes", 0, "message-work-seconds", 0));
        settings.putAll(keys);
        var reader = ConfigReader.of("test", settings);
        var section = EngineSection.read(reader.root());
        reader.finish();
        return section;
    }
}
