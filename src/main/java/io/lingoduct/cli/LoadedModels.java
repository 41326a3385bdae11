package io.lingoduct.cli;

import io.lingoduct.config.EngineConfig;
import io.lingoduct.config.RouteConfig;
import io.lingoduct.engine.EngineOptions;
import io.lingoduct.engine.SegmentingTextTranslator;
import io.lingoduct.engine.TextTranslator;
import io.lingoduct.engine.TranslationEngine;
import io.lingoduct.model.BundleException;
import io.lingoduct.model.ModelBundle;
import io.lingoduct.model.OnnxTranslator;
import io.lingoduct.model.SearchOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The models of a service, each loaded once however many routes use it, with an engine in front of it. Together they stay
 * within the configured memory, by estimate.
 */
final class LoadedModels implements AutoCloseable {

    private static final Duration DRAIN_LIMIT = Duration.ofSeconds(1);

    private record Model(OnnxTranslator translator, TranslationEngine engine, TextTranslator texts) {}

    private final EngineConfig config;
    private final ModelMemory memory;
    private final Map<Path, Model> models = new LinkedHashMap<>();

    LoadedModels(EngineConfig config) {
        this.config = config;
        this.memory = ModelMemory.limitedTo(config.modelMemoryMb());
    }

    /**
     * The translator of a route; loads its model when it is first asked for.
     *
     * @throws BundleException if the bundle is refused, cannot be searched as configured or does not fit in the memory
     */
    TextTranslator translator(RouteConfig route) {
        return translator(route.model());
    }

    /**
     * The translator of a bundle; loads it when it is first asked for.
     *
     * @throws BundleException as {@link #translator(RouteConfig)}
     */
    TextTranslator translator(Path bundle) {
        var folder = bundle.toAbsolutePath().normalize();
        return models.computeIfAbsent(folder, key -> load(bundle)).texts();
    }

    /** Gives up what is still queued; to be called when the stream no longer waits for it. */
    @Override
    public void close() {
        for (var model : models.values()) {
            model.engine().close(DRAIN_LIMIT);
            model.translator().close();
        }
        models.clear();
    }

    private Model load(Path folder) {
        var bundle = ModelBundle.open(folder);
        memory.reserve(bundle);
        var translator = OnnxTranslator.load(bundle);
        try {
            var engine = new TranslationEngine(translator, options(translator.defaultSearch()));
            return new Model(translator, engine, new SegmentingTextTranslator(engine));
        } catch (IllegalArgumentException e) {
            translator.close();
            throw new BundleException(folder, e.getMessage(), e);
        }
    }

    private EngineOptions options(SearchOptions ofBundle) {
        return EngineOptions.defaults()
                .withBatchTokens(config.batchTokens())
                .withLinger(Duration.ofMillis(config.lingerMs()))
                .withQueueCapacity(config.queueCapacity())
                .withSegmentTimeout(Duration.ofMillis(config.segmentTimeoutMs()))
                .withCacheSegments(config.cacheSegments())
                .withParallelRuns(config.threads())
                .withSearch(new SearchOptions(
                        config.beamSize() == null ? ofBundle.beamSize() : config.beamSize(),
                        config.lengthPenalty() == null
                                ? ofBundle.lengthPenalty()
                                : config.lengthPenalty().floatValue()));
    }
}
