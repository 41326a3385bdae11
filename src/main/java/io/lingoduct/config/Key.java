package io.lingoduct.config;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Declaration of one configuration key: its name, type, range, default and a sentence about it. Keys are required until
 * {@link #orElse} or {@link #orElseFrom} gives them a default.
 *
 * @param <T> type of the value
 */
public final class Key<T> {

    private static final String ANY_TEXT = "text that is not blank";
    private static final String ANY_PATH = "a path";
    private static final String ANY_TEXTS = "text or a list of texts";
    private static final String ANY_PATHS = "a path or a list of paths";

    private final String name;
    private final String expected;
    private final String about;
    private final Function<JsonNode, Optional<T>> parser;
    private final T placeholder;
    private final T fallback;
    private final String otherwise;
    private final Function<T, Optional<String>> objection;

    private Key(
            String name,
            String expected,
            String about,
            Function<JsonNode, Optional<T>> parser,
            T placeholder,
            T fallback,
            String otherwise,
            Function<T, Optional<String>> objection) {
        this.name = name;
        this.expected = expected;
        this.about = about;
        this.parser = parser;
        this.placeholder = placeholder;
        this.fallback = fallback;
        this.otherwise = otherwise;
        this.objection = objection;
    }

    private static <T> Key<T> required(
            String name, String expected, String about, Function<JsonNode, Optional<T>> parser, T placeholder) {
        return new Key<>(name, expected, about, parser, placeholder, null, null, value -> Optional.empty());
    }

    /** Text, not blank, as it stands in the file: {@code 1.10} is the text 1.10. */
    public static Key<String> string(String name, String about) {
        return required(name, ANY_TEXT, about, KeyTypes::text, "");
    }

    /** A file or folder; whether it exists is for its reader to say. */
    public static Key<Path> path(String name, String about) {
        return required(name, ANY_PATH, about, KeyTypes::path, Path.of(""));
    }

    /** A whole number in [min, max]. */
    public static Key<Integer> integer(String name, int min, int max, String about) {
        return required(
                name,
                "a whole number from " + min + " to " + max,
                about,
                node -> KeyTypes.wholeNumber(node)
                        .filter(number -> number >= min && number <= max)
                        .map(Long::intValue),
                min);
    }

    /** A number in [min, max]. */
    public static Key<Double> decimal(String name, double min, double max, String about) {
        return required(
                name,
                "a number from " + min + " to " + max,
                about,
                node -> KeyTypes.number(node).filter(number -> number >= min && number <= max),
                min);
    }

    /** {@code true} or {@code false}. */
    public static Key<Boolean> bool(String name, String about) {
        return required(name, "true or false", about, KeyTypes::truth, false);
    }

    /** One of an enum's constants, written in lower case with hyphens: {@code EXACTLY_ONCE} is {@code exactly-once}. */
    public static <E extends Enum<E>> Key<E> choice(String name, Class<E> type, String about) {
        return choice(name, type, Key::written, about);
    }

    /**
     * One of an enum's constants, written in a way of its own; a default goes by {@link #orElseFrom}.
     *
     * @param label how each constant is written
     */
    public static <E extends Enum<E>> Key<E> choice(
            String name, Class<E> type, Function<E, String> label, String about) {
        var constants = type.getEnumConstants();
        return required(
                name,
                Arrays.stream(constants).map(label).collect(Collectors.joining(" or ")),
                about,
                node -> KeyTypes.text(node).flatMap(text -> Arrays.stream(constants)
                        .filter(constant -> label.apply(constant).equals(text))
                        .findFirst()),
                constants[0]);
    }

    /** One or more texts, written as a list, or as plain text where there is one. */
    public static Key<List<String>> strings(String name, String about) {
        return required(name, ANY_TEXTS, about, KeyTypes::texts, List.of());
    }

    /** One or more paths, written as a list, or as plain text where there is one. */
    public static Key<List<Path>> paths(String name, String about) {
        return required(name, ANY_PATHS, about, KeyTypes::paths, List.of());
    }

    /** The same key with a default, which makes it optional. */
    public Key<T> orElse(T value) {
        var text = value instanceof Enum<?> constant ? written(constant) : value.toString();
        return orElse(value, text);
    }

    /**
     * The same key with a default that is told apart from its value, such as one that depends on the machine.
     *
     * @param otherwise what the default is, for help texts
     */
    public Key<T> orElse(T value, String otherwise) {
        return new Key<>(name, expected, about, parser, placeholder, value, otherwise, objection);
    }

    /**
     * The same key with a default that is not known here, which makes it optional; to be read with {@link Section#find}.
     *
     * @param otherwise what holds where the key is absent, for help texts
     */
    public Key<T> orElseFrom(String otherwise) {
        return new Key<>(name, expected, about, parser, placeholder, null, otherwise, objection);
    }

    /**
     * The same key for fewer values than its type has.
     *
     * @param legal whether a value of the type may stand here
     * @param reason what is said of one that may not
     */
    public Key<T> where(Predicate<T> legal, String reason) {
        return new Key<>(
                name,
                expected,
                about,
                parser,
                placeholder,
                fallback,
                otherwise,
                value -> legal.test(value) ? objection.apply(value) : Optional.of(reason));
    }

    public String name() {
        return name;
    }

    /** Type and range of the value, as they read in a fault. */
    public String expected() {
        return expected;
    }

    /** One sentence on what the key is for. */
    public String about() {
        return about;
    }

    /** Whether the key must stand in the file. */
    public boolean required() {
        return otherwise == null;
    }

    /** Whether {@link #expected} says no more than that there must be a text or a path. */
    public boolean takesAnything() {
        return List.of(ANY_TEXT, ANY_PATH, ANY_TEXTS, ANY_PATHS).contains(expected);
    }

    /** Consequence of the key's absence, for help texts: {@code required}, or the default behind the word {@code default}. */
    public String presence() {
        return otherwise().map("default "::concat).orElse("required");
    }

    /** The key as a line of a help text, without its name: type, range and default. */
    public String summary() {
        return expected + "; " + presence();
    }

    /** Value that holds where the key is absent, for help texts; empty for a key that is required. */
    public Optional<String> otherwise() {
        return Optional.ofNullable(otherwise);
    }

    /** Spelling of a {@link #choice}'s constant in a file and on the command line. */
    public static String written(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Empty where the node is not what is expected. */
    Optional<T> parse(JsonNode node) {
        return parser.apply(node);
    }

    /** Why the value may not stand here, although it is of the key's type; empty where it may. */
    Optional<String> objection(T value) {
        return objection.apply(value);
    }

    /** The default, where it is known here. */
    Optional<T> fallback() {
        return Optional.ofNullable(fallback);
    }

    /** A value in range for a key at fault, so that the rest can still be read. */
    T placeholder() {
        return fallback == null ? placeholder : fallback;
    }
}
