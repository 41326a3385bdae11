package io.lingoduct.cli;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.model.SearchOptions;
import io.lingoduct.model.bundle.BundleException;
import io.lingoduct.model.bundle.ModelBundle;
import io.lingoduct.model.runtime.MemoryEstimate;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.serving.BundleFolders;
import io.lingoduct.streams.message.RouteCheck;
import io.lingoduct.text.language.NgramLanguageDetector;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Holds a configuration against what it names on this machine: models, schemas, stores of certificates. These are the checks
 * of a start of {@code serve}, by the same classes, up to where a model's graph would be loaded and a broker asked.
 */
final class ConfigCheck {

    private final ServeConfig config;
    private final List<ConfigFault> faults = new ArrayList<>();
    private final Map<Path, Optional<ModelBundle>> bundles = new LinkedHashMap<>();

    private ConfigCheck(ServeConfig config) {
        this.config = config;
    }

    /**
     * @param source what to call the configuration
     * @throws ConfigException with everything for which {@code serve} would end before it loads the models
     */
    static void require(String source, ServeConfig config) {
        var check = new ConfigCheck(config);
        check.models();
        check.faults.addAll(RouteCheck.formats(config));
        if (!check.faults.isEmpty()) {
            throw new ConfigException(source, check.faults);
        }
    }

    private void models() {
        for (int i = 0; i < config.routes().size(); i++) {
            var model = config.routes().get(i).model();
            if (model != null) {
                open("routes[" + i + "].model", model);
            }
        }
        var choices =
                config.models().stream().map(this::within).flatMap(List::stream).toList();
        // What a bundle that cannot be read translates is not known: nothing may be said to be missing then.
        if (choices.stream().allMatch(Optional::isPresent)) {
            var models = choices.stream().map(bundle -> bundle.get().info()).toList();
            faults.addAll(RouteCheck.languages(config, models, NgramLanguageDetector::load));
        }
        checkSearch();
        checkMemory();
    }

    /** The bundles that an entry of {@code models} stands for; an empty one in the place of each that cannot be read. */
    private List<Optional<ModelBundle>> within(Path folder) {
        try {
            return BundleFolders.in(List.of(folder)).stream()
                    .map(bundle -> open("models", bundle))
                    .toList();
        } catch (BundleException e) {
            fault("models", e);
            return List.of(Optional.empty());
        }
    }

    private Optional<ModelBundle> open(String key, Path folder) {
        return bundles.computeIfAbsent(folder.toAbsolutePath().normalize(), absolute -> {
            try {
                return Optional.of(ModelBundle.open(folder));
            } catch (BundleException e) {
                fault(key, e);
                return Optional.empty();
            }
        });
    }

    private void checkSearch() {
        var beamSize = config.engine().search().find(SearchOptions.BEAM_SIZE);
        bundles.values().stream()
                .flatMap(Optional::stream)
                .map(ModelBundle::info)
                .filter(model -> beamSize.isPresent() && beamSize.get() > model.maxBeamSize())
                .forEach(model -> faults.add(new ConfigFault(
                        "engine.beam-size",
                        beamSize.get().toString(),
                        "the model " + model.name() + " accepts at most " + model.maxBeamSize())));
    }

    private void checkMemory() {
        var limit = config.engine().modelMemoryMb();
        long needed = bundles.values().stream()
                .flatMap(Optional::stream)
                .mapToLong(MemoryEstimate::bytes)
                .sum();
        if (limit != null && needed > (long) limit << 20) {
            faults.add(new ConfigFault(
                    "engine.model-memory-mb",
                    limit.toString(),
                    "the models take about " + ((needed >> 20) + 1) + " MiB, by estimate"));
        }
    }

    private void fault(String key, BundleException fault) {
        faults.add(new ConfigFault(key, "", fault.getMessage()));
    }
}
