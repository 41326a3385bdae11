package io.lingoduct.serving;

import io.lingoduct.config.Key;
import io.lingoduct.engine.TextTranslator;
import io.lingoduct.service.LanguagesConfig;
import io.lingoduct.service.RouteConfig;
import java.util.function.Function;

/** A route in one line, for whoever starts the service. */
public final class RouteDescription {

    private RouteDescription() {}

    /**
     * @param translators the translator of a route that names its model
     */
    public static String of(RouteConfig route, Function<RouteConfig, TextTranslator> translators) {
        var from = route.pattern() == null ? String.join(", ", route.from()) : "all like " + route.pattern();
        if (route.languages() != null) {
            return from + " (" + source(route.languages()) + ") -> " + route.to() + " (" + targets(route.languages())
                    + "), " + Key.written(route.format());
        }
        var model = translators.apply(route).model();
        return from + " (" + model.sourceLanguage() + ") -> " + route.to() + " (" + model.targetLanguage() + "), "
                + Key.written(route.format()) + ", model " + model.name() + " " + model.version();
    }

    private static String source(LanguagesConfig languages) {
        return byMessage(
                languages.sourceHeader(),
                languages.sourceField(),
                languages.detects() ? "detected" : languages.source());
    }

    private static String targets(LanguagesConfig languages) {
        return byMessage(languages.targetHeader(), languages.targetField(), String.join(", ", languages.targets()));
    }

    private static String byMessage(String header, String field, String otherwise) {
        var text = new StringBuilder();
        text.append(header == null ? "" : "by header " + header + ", ");
        text.append(field == null ? "" : "by field " + field + ", ");
        text.append(text.isEmpty() || otherwise.isEmpty() ? "" : "else ").append(otherwise);
        return text.toString().replaceFirst(", $", "");
    }
}
