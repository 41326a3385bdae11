package io.lingoduct.service;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.config.Key;
import io.lingoduct.config.Secrets;
import io.lingoduct.config.Section;
import io.lingoduct.config.Settings;
import io.lingoduct.config.names.KafkaNames;
import io.lingoduct.registry.RegistrySettings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Configuration of a service: the topics to translate, the models, and how they are run.
 *
 * @param applicationId first part of the routes' consumer groups and transactional ids; instances that share it share the work
 * @param kafka settings handed to Kafka Streams and its clients unchanged; holds {@code bootstrap.servers}
 * @param models folders of model bundles, or of folders that hold bundles; routes by language choose among them
 * @param deadLetters topic for messages that could not be translated
 * @param deadLetterStackTraces whether dead letters carry the stack trace of their cause
 * @param operations how the service is looked after while it runs
 * @param registry where Avro schemas are kept; null where no registry is used
 */
public record ServeConfig(
        String applicationId,
        Map<String, String> kafka,
        Guarantee guarantee,
        EngineSection engine,
        List<Path> models,
        List<RouteConfig> routes,
        String deadLetters,
        boolean deadLetterStackTraces,
        OperationsConfig operations,
        RegistrySettings registry) {

    private static final String LEGAL_ID = "[a-zA-Z0-9._-]{1,200}";

    public static final Key<String> APPLICATION_ID = Key.string(
                    "application-id",
                    "First part of the routes' consumer groups; instances with the same one share the work.")
            .where(
                    id -> id.matches(LEGAL_ID),
                    "at most 200 letters a-z and A-Z, digits, dots, hyphens and underscores are legal");
    public static final Key<Guarantee> GUARANTEE = Key.choice(
                    "guarantee", Guarantee.class, "What holds after a crash: no loss and no duplicates, or no loss.")
            .orElse(Guarantee.EXACTLY_ONCE);
    public static final Key<String> DEAD_LETTERS = Key.string(
                    "dead-letters", "Topic for messages that cannot be translated.")
            .orElseFrom("the application-id with .dead-letters behind");
    static final Key<Boolean> DEAD_LETTER_STACK_TRACES = Key.bool(
                    "dead-letter-stack-traces",
                    "Whether a dead letter carries the stack trace of its cause, some kilobytes each.")
            .orElse(false);
    static final Key<List<Path>> MODELS = Key.paths(
                    "models",
                    "Folders of model bundles, or of folders that hold some, for routes that choose their model by language;"
                            + " each is loaded once. Relative paths start at the working directory.")
            .orElseFrom("none");
    private static final String KAFKA = "kafka";
    private static final String ENGINE = "engine";
    private static final String REGISTRY = "registry";
    private static final String ROUTES = "routes";

    /** All keys of the file. */
    static final Settings<ServeConfig> SETTINGS = Settings.<ServeConfig>none()
            .and(APPLICATION_ID, ServeConfig::applicationId)
            .and(GUARANTEE, ServeConfig::guarantee)
            .and(DEAD_LETTERS, ServeConfig::deadLetters)
            .and(DEAD_LETTER_STACK_TRACES, ServeConfig::deadLetterStackTraces)
            .and(MODELS, ServeConfig::models)
            .and(OperationsConfig.SETTINGS, ServeConfig::operations)
            .mapping(
                    KAFKA,
                    "a mapping",
                    "bootstrap.servers in it is required",
                    "Settings of Kafka Streams and its clients, unchanged; a name that is nearly one of Kafka's is refused.",
                    ServeConfig::kafka)
            .section(ENGINE, EngineSection.SETTINGS, ServeConfig::engine)
            .section(
                    REGISTRY,
                    "a mapping",
                    "default none",
                    "A schema registry that speaks Confluent's REST API, for format avro.",
                    RegistrySettings.SETTINGS,
                    ServeConfig::registry)
            .sections(
                    ROUTES,
                    "a list of mappings",
                    "required",
                    "The translation paths, at least one.",
                    RouteConfig.SETTINGS,
                    ServeConfig::routes);

    private static final String BOOTSTRAP_SERVERS = "bootstrap.servers";
    private static final String GROUP_PROTOCOL = "group.protocol";
    private static final String STREAMS = "streams";
    private static final String NO_OTHER_HANDLER = "one that goes on after a failure would lose messages";

    // Settings that the stream's guarantees stand on, and what to use instead.
    private static final Map<String, String> RESERVED = Map.ofEntries(
            Map.entry("application.id", "use application-id"),
            Map.entry("processing.guarantee", "use guarantee"),
            Map.entry("errors.dead.letter.queue.topic.name", "use dead-letters"),
            Map.entry("max.task.idle.ms", "no message waits for another topic's"),
            Map.entry("processing.exception.handler", "Lingoduct sets it"),
            Map.entry("deserialization.exception.handler", NO_OTHER_HANDLER),
            Map.entry("default.deserialization.exception.handler", NO_OTHER_HANDLER),
            Map.entry("production.exception.handler", NO_OTHER_HANDLER),
            Map.entry("default.production.exception.handler", NO_OTHER_HANDLER),
            Map.entry("main.consumer.interceptor.classes", "Lingoduct sets it"),
            Map.entry("consumer.interceptor.classes", "Lingoduct sets the consumer's interceptor"));

    public ServeConfig {
        kafka = Map.copyOf(kafka);
        models = List.copyOf(models);
        routes = List.copyOf(routes);
    }

    /** A service whose routes name their models, without a registry. */
    public ServeConfig(
            String applicationId,
            Map<String, String> kafka,
            Guarantee guarantee,
            EngineSection engine,
            List<RouteConfig> routes,
            String deadLetters) {
        this(
                applicationId,
                kafka,
                guarantee,
                engine,
                List.of(),
                routes,
                deadLetters,
                false,
                OperationsConfig.NONE,
                null);
    }

    /**
     * @throws ConfigException with every fault of the file
     */
    public static ServeConfig read(Path file) {
        return read(ConfigReader.read(file));
    }

    /**
     * @throws ConfigException with every fault of what the reader holds
     */
    public static ServeConfig read(ConfigReader reader) {
        var root = reader.root();
        var applicationId = root.get(APPLICATION_ID);
        var config = new ServeConfig(
                applicationId,
                kafka(root),
                root.get(GUARANTEE),
                EngineSection.read(root.section(ENGINE)),
                root.find(MODELS).orElse(List.of()),
                routes(root),
                root.find(DEAD_LETTERS).orElse(applicationId + ".dead-letters"),
                root.get(DEAD_LETTER_STACK_TRACES),
                OperationsConfig.read(root),
                root.optionalSection(REGISTRY).flatMap(RegistrySettings::read).orElse(null));
        if (root.has(DEAD_LETTERS.name())) {
            RouteConfig.checkTopic(root, DEAD_LETTERS.name(), config.deadLetters());
        }
        checkModels(root, config);
        checkPatterns(root, config);
        if (config.routes().stream().allMatch(RouteConfig::hasUsablePattern)) {
            TopicCircles.check(root, config);
        }
        reader.finish();
        return config;
    }

    /** Addresses of the brokers. */
    public String bootstrapServers() {
        return kafka.get(BOOTSTRAP_SERVERS);
    }

    /** Every key of the file with type, range, default and a sentence about it. */
    public static String reference() {
        return SETTINGS.reference()
                + """

                Any text value may hold ${ENV:NAME}, an environment variable, and ${file:PATH}, the content of a file; a relative
                path starts at the configuration's folder.
                """;
    }

    /** The configuration as it is in force, as a file would say it: defaults filled in, secrets masked. */
    public String yaml() {
        return SETTINGS.yaml(this);
    }

    /** Without the values of secret settings. */
    @Override
    public String toString() {
        return "ServeConfig[applicationId=" + applicationId + ", kafka=" + Secrets.mask(kafka) + ", guarantee="
                + guarantee + ", engine=" + engine + ", models=" + models + ", routes=" + routes + ", deadLetters="
                + deadLetters + ", operations=" + operations + ", registry=" + registry + "]";
    }

    private static Map<String, String> kafka(Section root) {
        var settings = root.settings(KAFKA);
        if (!settings.containsKey(BOOTSTRAP_SERVERS)) {
            root.fault(KAFKA + "." + BOOTSTRAP_SERVERS, "missing; expected host:port of one or more brokers");
        }
        settings.keySet().forEach(name -> Optional.ofNullable(RESERVED.get(name))
                .map(instead -> "cannot be set here: " + instead)
                .or(() -> KafkaNames.fault(name))
                .ifPresent(reason -> root.fault(KAFKA + "." + name, reason)));
        return settings;
    }

    private static List<RouteConfig> routes(Section root) {
        var routes = new ArrayList<RouteConfig>();
        for (var section : root.sections(ROUTES)) {
            routes.add(RouteConfig.read(section));
        }
        checkNames(root, routes);
        if (routes.isEmpty()) {
            root.fault(ROUTES, "missing; expected at least one route with from, to and model");
        }
        return routes;
    }

    private static void checkNames(Section root, List<RouteConfig> routes) {
        var names = new HashSet<String>();
        for (int i = 0; i < routes.size(); i++) {
            if (!routes.get(i).name().isEmpty() && !names.add(routes.get(i).name())) {
                root.fault(
                        ROUTES + "[" + i + "]." + RouteConfig.NAME.name(),
                        "another route is called " + routes.get(i).name()
                                + ", too; routes without a name are called as their output topic");
            }
        }
    }

    private static void checkPatterns(Section root, ServeConfig config) {
        if (!STREAMS.equalsIgnoreCase(config.kafka().get(GROUP_PROTOCOL))) {
            return;
        }
        for (int i = 0; i < config.routes().size(); i++) {
            if (config.routes().get(i).pattern() != null) {
                root.fault(
                        ROUTES + "[" + i + "].pattern",
                        "Kafka takes no patterns together with kafka." + GROUP_PROTOCOL + " = " + STREAMS);
            }
        }
    }

    private static void checkModels(Section root, ServeConfig config) {
        boolean needed = config.routes().stream().anyMatch(route -> route.model() == null);
        if (needed && !root.has(MODELS.name())) {
            root.fault(
                    MODELS.name(), "missing; a route without a model of its own chooses one of these by its languages");
        }
    }
}
