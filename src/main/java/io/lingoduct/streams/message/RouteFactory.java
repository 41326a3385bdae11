package io.lingoduct.streams.message;

import io.lingoduct.engine.TextTranslator;
import io.lingoduct.service.RouteConfig;
import io.lingoduct.service.ServeConfig;
import io.lingoduct.streams.fault.NoModelException;
import io.lingoduct.streams.fault.StreamStartException;
import io.lingoduct.streams.quality.QualityPolicy;
import io.lingoduct.text.language.LanguageDetector;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Builds the routes of a configuration, and finds what only the loaded models can tell to be wrong with it. */
public final class RouteFactory {

    private final ServeConfig config;
    private final LanguagePairs pairs;
    private final Supplier<LanguageDetector> detectors;
    private LanguageDetector detector;

    /**
     * @param detectors makes the detector; called once, and only if a route detects languages
     */
    public RouteFactory(ServeConfig config, LanguagePairs pairs, Supplier<LanguageDetector> detectors) {
        this.config = config;
        this.pairs = pairs;
        this.detectors = detectors;
    }

    /**
     * @param translators the translator of each route that names its model
     * @throws StreamStartException if no model makes what a route asks for, or its languages cannot be detected
     * @throws io.lingoduct.config.ConfigException if a format is not available
     */
    public List<Route> routes(Function<RouteConfig, TextTranslator> translators, InstantSource clock) {
        var translations = new ArrayList<Translations>();
        for (var route : config.routes()) {
            translations.add(
                    route.languages() == null
                            ? Translations.by(translators.apply(route))
                            : choice(route, "routes[" + translations.size() + "]: "));
        }
        var outputs = new ArrayList<String>();
        outputs.add(Pattern.quote(config.deadLetters()));
        for (int i = 0; i < translations.size(); i++) {
            outputs.add(config.routes().get(i).outputRegex(anyOf(translations.get(i))));
        }
        var formats = new MessageFormats(config);
        var routes = new ArrayList<Route>();
        for (int i = 0; i < translations.size(); i++) {
            var route = config.routes().get(i);
            var from = route.pattern() == null
                    ? new InputTopics(route.from(), null)
                    : InputTopics.matching(route.pattern(), outputs);
            routes.add(new Route(
                    route.name(),
                    from,
                    route.to(),
                    formats.of(route),
                    translations.get(i),
                    MessageTexts.of(route),
                    new QualityPolicy(route.quality()),
                    clock));
        }
        return List.copyOf(routes);
    }

    private static String anyOf(Translations translations) {
        return translations.targets().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    /**
     * Choice of models for a route that names none.
     *
     * @param place stands before the reason of a fault
     * @throws StreamStartException if no model makes what the route asks for, or its languages cannot be detected
     */
    Translations choice(RouteConfig route, String place) {
        try {
            var languages = route.languages();
            if (languages.detects()) {
                detector = detector == null ? detectors.get() : detector;
            }
            var choice = new ModelChoice(languages, pairs, detector);
            if (languages.detects()) {
                checkDetection(choice);
            } else if (!languages.targetsByMessage()
                    && languages.sourceHeader() == null
                    && languages.sourceField() == null) {
                choice.checkPairs();
            }
            return choice;
        } catch (NoModelException | IllegalArgumentException e) {
            throw new StreamStartException(place + e.getMessage(), e);
        }
    }

    private void checkDetection(ModelChoice choice) {
        var languages = new TreeSet<>(choice.targets());
        languages.addAll(pairs.sourcesFor(List.copyOf(choice.targets())));
        languages.removeIf(detector::knows);
        if (!languages.isEmpty()) {
            throw new IllegalArgumentException("cannot tell " + String.join(", ", languages)
                    + " from other languages: name the source language in source, source-header or source-field");
        }
    }
}
