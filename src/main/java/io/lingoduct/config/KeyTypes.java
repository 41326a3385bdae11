package io.lingoduct.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The types that the value of a key may have, read from a node; empty where the node is of another type. */
final class KeyTypes {

    // A leading zero would be octal to some readers of YAML and decimal to others.
    private static final String DIGITS = "(?:0|[1-9][0-9_]{0,17})";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[-+]?" + DIGITS);
    private static final Pattern NUMBER =
            Pattern.compile("[-+]?(?:" + DIGITS + "(?:\\.[0-9]*)?|\\.[0-9]+)(?:[eE][-+]?[0-9]{1,3})?");

    private KeyTypes() {}

    static Optional<Long> wholeNumber(JsonNode node) {
        return scalar(node)
                .filter(text -> WHOLE_NUMBER.matcher(text).matches())
                .map(text -> Long.parseLong(text.replace("_", "")));
    }

    static Optional<Double> number(JsonNode node) {
        return scalar(node)
                .filter(text -> NUMBER.matcher(text).matches())
                .map(text -> Double.parseDouble(text.replace("_", "")));
    }

    static Optional<Boolean> truth(JsonNode node) {
        return scalar(node)
                .map(text -> text.toLowerCase(Locale.ROOT))
                .filter(text -> text.equals("true") || text.equals("false"))
                .map(Boolean::valueOf);
    }

    /** The text of a single value, whatever the type that it could have: quoting a number changes nothing. */
    private static Optional<String> scalar(JsonNode node) {
        return Optional.of(node)
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(JsonNode::asText)
                .map(String::strip);
    }

    static Optional<String> text(JsonNode node) {
        return Optional.of(node)
                .filter(value -> value.isValueNode() && !value.isNull())
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }

    static Optional<List<String>> texts(JsonNode node) {
        if (!node.isArray()) {
            return text(node).map(List::of);
        }
        var all = new ArrayList<String>();
        node.forEach(element -> text(element).ifPresent(all::add));
        return Optional.of(List.copyOf(all)).filter(texts -> texts.size() == node.size() && !texts.isEmpty());
    }

    static Optional<List<Path>> paths(JsonNode node) {
        return texts(node)
                .map(texts ->
                        texts.stream().flatMap(text -> toPath(text).stream()).toList())
                .filter(paths -> !node.isArray() || paths.size() == node.size());
    }

    static Optional<Path> path(JsonNode node) {
        return text(node).flatMap(KeyTypes::toPath);
    }

    private static Optional<Path> toPath(String text) {
        try {
            return Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }
}
