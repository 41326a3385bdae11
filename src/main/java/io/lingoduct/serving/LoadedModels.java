package io.lingoduct.serving;

import io.lingoduct.engine.TextTranslator;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.service.EngineSection;
import io.lingoduct.service.RouteConfig;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The models of a service, each loaded once however many routes use it, with an engine in front of it. Together they stay
 * within the configured memory, by estimate.
 */
public final class LoadedModels implements AutoCloseable {

    private final EngineSection config;
    private final ModelMemory memory;
    private final Map<Path, ServedModel> models = new LinkedHashMap<>();

    public LoadedModels(EngineSection config) {
        this.config = config;
        this.memory = ModelMemory.limitedTo(config.modelMemoryMb());
    }

    /**
     * The translator of a route; loads its model when it is first asked for.
     *
     * @throws BundleException if the bundle is refused, cannot be searched as configured or does not fit in the memory
     */
    public TextTranslator translator(RouteConfig route) {
        return translator(route.model());
    }

    /**
     * The translator of a bundle; loads it when it is first asked for.
     *
     * @throws BundleException as {@link #translator(RouteConfig)}
     */
    public TextTranslator translator(Path bundle) {
        var folder = bundle.toAbsolutePath().normalize();
        return models.computeIfAbsent(folder, key -> new ServedModel(bundle, config, memory))
                .texts();
    }

    /** The models loaded so far, in the order in which they were asked for. */
    public List<ServedModel> all() {
        return List.copyOf(models.values());
    }

    /** Gives up what is still queued; to be called when the stream no longer waits for it. */
    @Override
    public void close() {
        models.values().forEach(ServedModel::close);
        models.clear();
    }
}
