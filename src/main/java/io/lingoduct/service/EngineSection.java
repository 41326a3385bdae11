package io.lingoduct.service;

import io.lingoduct.config.Given;
import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.config.Settings;
import io.lingoduct.engine.EngineOptions;
import io.lingoduct.model.Device;
import io.lingoduct.model.SearchOptions;

/**
 * Options of the engines and of the search of a service. Each model has an engine of its own with the same options, and is
 * searched as its bundle says where nothing else was given.
 *
 * @param batching values given for the engines
 * @param search values given for the search
 * @param device where graphs run
 * @param modelMemoryMb most memory of all models together, in MiB by estimate; null sets no limit
 */
public record EngineSection(
        Given<EngineOptions> batching, Given<SearchOptions> search, Device device, Integer modelMemoryMb) {

    static final Key<Integer> MODEL_MEMORY_MB = Key.integer(
                    "model-memory-mb",
                    1,
                    10_000_000,
                    "What the models of all routes may take together, by an estimate from the sizes of their files, in MiB; a"
                            + " model beyond that is refused at start.")
            .orElseFrom("no limit");
    static final Settings<EngineSection> SETTINGS = Settings.<EngineSection>none()
            .and(EngineOptions.KEYS, EngineSection::batching)
            .and(SearchOptions.KEYS, EngineSection::search)
            .and(Device.KEY, section -> section.device.toString())
            .and(MODEL_MEMORY_MB, EngineSection::modelMemoryMb);

    /** Engines, search and device as they are without a configuration, and no limit of memory. */
    public static final EngineSection DEFAULTS =
            new EngineSection(EngineOptions.KEYS.nothing(), SearchOptions.KEYS.nothing(), Device.AUTO, null);

    static EngineSection read(Section section) {
        return new EngineSection(
                EngineOptions.KEYS.read(section),
                SearchOptions.KEYS.read(section),
                Device.parse(section.get(Device.KEY)),
                section.find(MODEL_MEMORY_MB).orElse(null));
    }

    /** The options of an engine, whatever model it runs: how it searches is left open. */
    public EngineOptions options() {
        return batching.over(EngineOptions.defaults());
    }

    /**
     * The options of the engine in front of a model.
     *
     * @param ofBundle how its bundle says that it is searched
     */
    public EngineOptions options(SearchOptions ofBundle) {
        return options().withSearch(search(ofBundle));
    }

    /**
     * The search of a model; nobody asks a service for scores.
     *
     * @param ofBundle how its bundle says that it is searched
     */
    public SearchOptions search(SearchOptions ofBundle) {
        return search.over(ofBundle).withScores(false);
    }
}
