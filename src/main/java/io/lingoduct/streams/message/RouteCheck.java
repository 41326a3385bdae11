package io.lingoduct.streams.message;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.engine.TextTranslator;
import io.lingoduct.engine.TranslatedText;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.fault.StreamStartException;
import io.lingoduct.text.language.LanguageDetector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * Finds what is wrong with the routes of a configuration as {@link RouteFactory} would when the service starts, but all of it
 * at once and without a loaded model.
 */
public final class RouteCheck {

    private RouteCheck() {}

    /** Faults of formats, paths of fields, files of schemas and stores of certificates. Neither brokers nor a registry are asked. */
    public static List<ConfigFault> formats(ServeConfig config) {
        var faults = new ArrayList<ConfigFault>();
        try {
            var formats = new MessageFormats(config);
            for (var route : config.routes()) {
                try {
                    formats.of(route);
                } catch (ConfigException e) {
                    faults.addAll(e.faults());
                }
            }
        } catch (ConfigException e) {
            faults.addAll(e.faults());
        }
        return List.copyOf(faults);
    }

    /**
     * Routes whose languages no model translates or nothing can tell apart.
     *
     * @param models those that routes choose from by language
     * @param detectors makes the detector; called once, and only if a route detects languages
     */
    public static List<ConfigFault> languages(
            ServeConfig config, Collection<ModelInfo> models, Supplier<LanguageDetector> detectors) {
        var faults = new ArrayList<ConfigFault>();
        try {
            var pairs = LanguagePairs.of(models.stream().map(ModelOnPaper::new).toList());
            var factory = new RouteFactory(config, pairs, detectors);
            for (var route : config.routes()) {
                if (route.languages() != null) {
                    try {
                        factory.choice(route, "");
                    } catch (StreamStartException e) {
                        var place = "routes[" + config.routes().indexOf(route) + "]";
                        faults.add(new ConfigFault(place, "", e.getMessage()));
                    }
                }
            }
        } catch (StreamStartException e) {
            faults.add(new ConfigFault("models", "", e.getMessage().replaceFirst("^models: ", "")));
        }
        return List.copyOf(faults);
    }

    /** A model of which no more than its manifest is known: enough to be chosen, not to translate. */
    private record ModelOnPaper(ModelInfo model) implements TextTranslator {

        @Override
        public CompletableFuture<TranslatedText> translate(String text) {
            throw new IllegalStateException("the model " + model.name() + " is not loaded");
        }
    }
}
