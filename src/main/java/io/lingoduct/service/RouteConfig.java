package io.lingoduct.service;

import io.lingoduct.config.Key;
import io.lingoduct.config.Section;
import io.lingoduct.config.Settings;
import io.lingoduct.front.TextOptions;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;

/**
 * One translation path: from topics, or from all topics that a pattern matches, to one topic or to a template of topics.
 *
 * @param name the route's name for operators; with the application id it names the route's consumer group, so that it, and not the
 *     place in the list, is what an instance finds its offsets by
 * @param from input topics; empty where there is a pattern
 * @param pattern regular expression that whole names of input topics match; null where the topics are named
 * @param to output topic or template
 * @param model folder of the model bundle, which says the languages; null where the languages choose the model
 * @param languages sources of the languages of a message; null where there is a model
 * @param fields fields to translate; empty for formats that say themselves where the text is
 * @param schemas files of Avro schemas that are not in a registry
 * @param texts what the texts are like, where a field says nothing else
 * @param quality what the estimates of translations lead to
 */
public record RouteConfig(
        String name,
        List<String> from,
        String pattern,
        OutputTopic to,
        Path model,
        LanguagesConfig languages,
        Format format,
        List<FieldConfig> fields,
        List<Path> schemas,
        TextOptions texts,
        QualityConfig quality) {

    static final Key<String> NAME = Key.string(
                    "name",
                    "What the route is called; its consumer group is the application-id, a hyphen and this name.")
            .orElseFrom("to");
    public static final Key<List<String>> FROM =
            Key.strings("from", "Topic to translate, or a list of topics.").orElseFrom("the topics of pattern");
    static final Key<String> PATTERN = Key.string(
                    "pattern",
                    "Regular expression (Java) of the topics to translate, instead of from; never matches an output topic.")
            .orElseFrom("the topics of from");
    public static final Key<String> TO = Key.string(
            "to",
            "Topic that receives the translations; {topic} stands for the input topic, {target} for the target language.");
    public static final Key<Path> MODEL = Key.path(
                    "model",
                    "Folder of the model bundle, which fixes the languages; a relative path starts at the working directory.")
            .orElseFrom("the one among models that fits the languages");
    public static final Key<Format> FORMAT = Key.choice(
                    "format", Format.class, "How texts lie in the messages' values.")
            .orElse(Format.TEXT);
    static final Key<List<Path>> SCHEMAS = Key.paths(
                    "schemas", "Avro schemas (.avsc) that messages are written with, where no registry holds them.")
            .orElseFrom("none");
    static final String FIELDS = "fields";
    static final Settings<RouteConfig> SETTINGS = Settings.<RouteConfig>none()
            .and(NAME, RouteConfig::name)
            .and(FROM, RouteConfig::from)
            .and(PATTERN, RouteConfig::pattern)
            .and(TO, route -> route.to.template())
            .and(MODEL, RouteConfig::model)
            .and(LanguagesConfig.SETTINGS, RouteConfig::languages)
            .and(FORMAT, RouteConfig::format)
            .sections(
                    FIELDS,
                    "a list of paths, or of mappings with path",
                    "default none",
                    "Fields of the messages to translate, for format json and for records of your own in format avro.",
                    FieldConfig.SETTINGS,
                    RouteConfig::fields)
            .and(SCHEMAS, RouteConfig::schemas)
            .and(TextSection.SETTINGS, RouteConfig::texts)
            .and(QualityConfig.SETTINGS, RouteConfig::quality);

    private static final Pattern TOPIC = Pattern.compile("(?!\\.{1,2}$)[a-zA-Z0-9._-]{1,249}");
    private static final Pattern BACK_REFERENCE = Pattern.compile("\\\\(?:[1-9]|k<)");
    private static final Pattern LEGAL_NAME = Pattern.compile("[a-zA-Z0-9._-]{1,100}");
    private static final int DERIVED_NAME_LENGTH = 80;
    private static final String ANY_LANGUAGE = "[A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*";

    public RouteConfig {
        from = List.copyOf(from);
        fields = List.copyOf(fields);
        schemas = List.copyOf(schemas);
    }

    /** A route between topics with one model. */
    public RouteConfig(List<String> from, String to, Path model, Format format) {
        this(derivedName(to), from, null, new OutputTopic(to), model, null, format, List.of(), List.of());
    }

    /** A route of which no more is said than where texts come from and go to. */
    public RouteConfig(
            String name,
            List<String> from,
            String pattern,
            OutputTopic to,
            Path model,
            LanguagesConfig languages,
            Format format,
            List<FieldConfig> fields,
            List<Path> schemas) {
        this(name, from, pattern, to, model, languages, format, fields, schemas, TextOptions.PLAIN, QualityConfig.NONE);
    }

    /** The name of a route that has none of its own: its output, in letters that a consumer group may have. */
    static String derivedName(String to) {
        var legal = to.replaceAll("[^a-zA-Z0-9._-]", "");
        return legal.length() <= DERIVED_NAME_LENGTH
                ? legal
                : legal.substring(0, DERIVED_NAME_LENGTH) + "-" + Integer.toHexString(to.hashCode());
    }

    static RouteConfig read(Section section) {
        var model = section.find(MODEL);
        boolean byModel = section.has(MODEL.name());
        if (byModel) {
            LanguagesConfig.refuse(section);
        }
        var to = section.get(TO);
        var route = new RouteConfig(
                section.find(NAME).orElse(derivedName(to)),
                section.find(FROM).orElse(List.of()),
                section.find(PATTERN).orElse(null),
                new OutputTopic(to),
                model.orElse(null),
                byModel ? null : LanguagesConfig.read(section),
                section.get(FORMAT),
                section.sections(FIELDS, FieldConfig.PATH.name()).stream()
                        .map(FieldConfig::read)
                        .toList(),
                section.find(SCHEMAS).orElse(List.of()),
                TextSection.read(section),
                QualityConfig.read(section));
        checkName(section, route);
        checkInputs(section, route);
        checkTemplate(section, route.to());
        checkFormat(section, route);
        return route;
    }

    /** A regular expression of all topics that the route may write, for the languages that one stands for. */
    public String outputRegex(String targetRegex) {
        var translations = translationsRegex(targetRegex);
        return quality.reviewTopic() == null ? translations : translations + "|" + Pattern.quote(quality.reviewTopic());
    }

    private String translationsRegex(String targetRegex) {
        var inputs = pattern == null ? from.stream().map(Pattern::quote).collect(Collectors.joining("|")) : pattern;
        return to.regex(inputs, targetRegex);
    }

    /** Whether nothing is wrong with the pattern, so that the regular expressions made with it can be used. */
    boolean hasUsablePattern() {
        return pattern == null || patternFault(pattern).isEmpty();
    }

    /** As {@link #outputRegex(String)} for all languages that the configuration allows. */
    String outputRegex() {
        return outputRegex(targetRegex());
    }

    /** As {@link #outputRegex()}, without the review topic. */
    String translationsRegex() {
        return translationsRegex(targetRegex());
    }

    private String targetRegex() {
        boolean anyTarget = languages == null || languages.targetsByMessage();
        return anyTarget
                ? ANY_LANGUAGE
                : languages.targets().stream().map(Pattern::quote).collect(Collectors.joining("|"));
    }

    /** Notes a fault where the name is no name of a topic; an absent one is noted already. */
    static void checkTopic(Section section, String key, String topic) {
        if (!topic.isEmpty() && !TOPIC.matcher(topic).matches()) {
            section.fault(
                    key, "not a topic name: at most 249 letters a-z and A-Z, digits, dots, hyphens and underscores");
        }
    }

    private static void checkName(Section section, RouteConfig route) {
        if (section.has(NAME.name()) && !LEGAL_NAME.matcher(route.name()).matches()) {
            section.fault(
                    NAME.name(), "at most 100 letters a-z and A-Z, digits, dots, hyphens and underscores are legal");
        }
    }

    private static void checkInputs(Section section, RouteConfig route) {
        if (section.has(FROM.name()) == section.has(PATTERN.name())) {
            section.fault(FROM.name(), "expected either from, a topic or a list of topics, or pattern");
        }
        for (var topic : route.from()) {
            checkTopic(section, FROM.name(), topic);
        }
        if (route.from().stream().distinct().count() < route.from().size()) {
            section.fault(FROM.name(), "a topic stands here twice");
        }
        if (route.pattern() != null) {
            checkPattern(section, route.pattern());
        }
    }

    private static void checkPattern(Section section, String pattern) {
        patternFault(pattern).ifPresent(fault -> section.fault(PATTERN.name(), "not a regular expression: " + fault));
        if (BACK_REFERENCE.matcher(pattern).find()) {
            section.fault(PATTERN.name(), "back-references cannot be used here");
        }
    }

    private static Optional<String> patternFault(String pattern) {
        try {
            Pattern.compile(pattern);
            // As it is used: within a group, where an open quotation or comment would swallow what follows.
            Pattern.compile("(?:" + pattern + ")");
            return Optional.empty();
        } catch (PatternSyntaxException e) {
            return Optional.of(e.getDescription());
        }
    }

    private static void checkTemplate(Section section, OutputTopic to) {
        checkTopic(section, TO.name(), to.name("t", "x"));
    }

    private static void checkFormat(Section section, RouteConfig route) {
        boolean fields = section.has(FIELDS);
        if (route.format() == Format.JSON && route.fields().isEmpty()) {
            section.fault(FIELDS, "missing; expected the fields to translate, as format json needs them");
        }
        if (route.format() == Format.TEXT && fields) {
            section.fault(FIELDS, "cannot stand here: format text has no fields");
        }
        if (route.format() != Format.AVRO && section.has(SCHEMAS.name())) {
            section.fault(SCHEMAS.name(), "cannot stand here: only format avro has schemas");
        }
        if (section.has(QualityConfig.QUALITY_FIELD.name())
                && (route.format() == Format.TEXT || route.format() == Format.AVRO && !fields)) {
            section.fault(
                    QualityConfig.QUALITY_FIELD.name(),
                    route.format() == Format.TEXT
                            ? "cannot stand here: format text has no fields"
                            : "cannot stand here: the Translation of format avro has a field quality of its own");
        }
        if (route.format() == Format.TEXT && route.languages() != null) {
            refuseField(section, LanguagesConfig.SOURCE_FIELD);
            refuseField(section, LanguagesConfig.TARGET_FIELD);
        }
    }

    private static void refuseField(Section section, Key<String> key) {
        if (section.has(key.name())) {
            section.fault(key.name(), "cannot stand here: format text has no fields");
        }
    }
}
