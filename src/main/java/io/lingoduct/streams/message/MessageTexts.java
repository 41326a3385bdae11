package io.lingoduct.streams.message;

import io.lingoduct.engine.SourceText;
import io.lingoduct.front.TextOptions;
import io.lingoduct.front.markup.TextMarkup;
import io.lingoduct.serde.DecodedMessage;
import io.lingoduct.serde.FieldPath;
import io.lingoduct.service.FieldConfig;
import io.lingoduct.service.RouteConfig;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What the texts of a route's messages are like, field by field. */
final class MessageTexts {

    /** Nothing is said of any text. */
    static final MessageTexts PLAIN = new MessageTexts(TextOptions.PLAIN, Map.of());

    private final TextOptions options;
    private final Map<String, TextOptions> byField;

    private MessageTexts(TextOptions options, Map<String, TextOptions> byField) {
        this.options = options;
        this.byField = byField;
    }

    /** @throws IllegalArgumentException if the path of a field cannot be read */
    static MessageTexts of(RouteConfig route) {
        var options = route.texts();
        return new MessageTexts(
                options,
                route.fields().stream()
                        .filter(field -> field.format() != null && field.format() != options.markup())
                        .collect(Collectors.toUnmodifiableMap(
                                MessageTexts::path, field -> withMarkup(options, field.format()))));
    }

    private static String path(FieldConfig field) {
        return FieldPath.parse(field.path()).toString();
    }

    private static TextOptions withMarkup(TextOptions options, TextMarkup markup) {
        return new TextOptions(markup, options.keep(), options.numbers());
    }

    List<SourceText> of(DecodedMessage message) {
        var texts = message.texts();
        var sources = new ArrayList<SourceText>(texts.size());
        for (int i = 0; i < texts.size(); i++) {
            sources.add(new SourceText(
                    texts.get(i), byField.isEmpty() ? options : byField.getOrDefault(message.fieldOf(i), options)));
        }
        return sources;
    }
}
