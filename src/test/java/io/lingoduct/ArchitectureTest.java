package io.lingoduct;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Which package may import which: each list names all that a package may use of the application. */
@AnalyzeClasses(packages = "io.lingoduct", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule TEXT_USES_NOTHING_OF_OURS = mayUse("text");

    @ArchTest
    static final ArchRule CHARTS_USE_NOTHING_OF_OURS = mayUse("chart");

    @ArchTest
    static final ArchRule WHAT_KAFKAS_CLIENTS_SAY_USES_WHAT_IS_KNOWN_OF_SECRETS = mayUse("kafka", "config");

    @ArchTest
    static final ArchRule WHAT_THE_PROCESS_SAYS_USES_NOTHING_OF_OURS = mayUse("observe");

    @ArchTest
    static final ArchRule CONFIG_USES_NOTHING_OF_OURS = mayUse("config");

    @ArchTest
    static final ArchRule SERVICE_USES_WHAT_DECLARES_ITS_OPTIONS =
            mayUse("service", "config", "engine", "model", "registry");

    @ArchTest
    static final ArchRule SERDE_USES_THE_GENERATED_MESSAGES_AND_THE_REGISTRY =
            mayUse("serde", "avro", "registry", "observe");

    @ArchTest
    static final ArchRule THE_CONTRACT_OF_FORMATS_KNOWS_NO_FORMAT = roomMayUse("serde");

    @ArchTest
    static final ArchRule JSON_USES_THE_CONTRACT_OF_FORMATS = roomMayUse("serde.json", "serde");

    @ArchTest
    static final ArchRule AVRO_USES_ITS_FRAMINGS_AND_SCHEMAS =
            roomMayUse("serde.avro", "serde", "serde.avro.framing", "serde.avro.schema", "avro", "observe");

    @ArchTest
    static final ArchRule FRAMINGS_USE_SCHEMAS_AND_THE_REGISTRY =
            roomMayUse("serde.avro.framing", "serde", "serde.avro.schema", "registry", "observe");

    @ArchTest
    static final ArchRule SCHEMAS_USE_NEITHER_FRAMINGS_NOR_FORMATS =
            roomMayUse("serde.avro.schema", "serde", "registry", "observe");

    @ArchTest
    static final ArchRule REGISTRY_USES_WHAT_MAKES_TEXT_PRINTABLE = mayUse("registry", "config", "observe");

    @ArchTest
    static final ArchRule MODEL_USES_TEXT = mayUse("model", "config", "text");

    @ArchTest
    static final ArchRule THE_CONTRACT_OF_MODELS_USES_THE_DECLARATION_OF_KEYS = roomMayUse("model", "config");

    @ArchTest
    static final ArchRule BUNDLES_USE_THE_CONTRACT = roomMayUse("model.bundle", "model");

    @ArchTest
    static final ArchRule TOKENIZERS_USE_BUNDLES_AND_TEXT =
            roomMayUse("model.tokenizer", "model", "model.bundle", "text..");

    @ArchTest
    static final ArchRule GRAPHS_USE_BUNDLES = roomMayUse("model.graph", "model", "model.bundle");

    @ArchTest
    static final ArchRule TRANSLATORS_USE_GRAPHS_AND_TOKENIZERS =
            roomMayUse("model.runtime", "model", "model.bundle", "model.graph", "model.tokenizer", "text..");

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_MODELS_BY_THEIR_CONTRACT = noClasses()
            .that()
            .resideInAPackage("io.lingoduct.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.lingoduct.model.*..");

    @ArchTest
    static final ArchRule ENGINE_USES_MODEL_AND_TEXT = mayUse("engine", "config", "model", "text");

    @ArchTest
    static final ArchRule STREAMS_USE_THE_ENGINE_AND_WHAT_IS_BELOW =
            mayUse("streams", "service", "engine", "model", "text", "serde", "registry", "config", "kafka");

    @ArchTest
    static final ArchRule WHAT_ROUTES_TELL_USES_NOTHING_OF_OURS = mayUse("streams.status");

    @ArchTest
    static final ArchRule FAULTS_OF_STREAMS_KNOW_THE_EXCEPTIONS_BELOW =
            mayUse("streams.fault", "streams.status", "engine", "model", "serde", "registry");

    @ArchTest
    static final ArchRule TRANSLATING_A_MESSAGE_USES_NO_TOPICS = mayUse(
            "streams.message", "streams.fault", "engine", "model", "text", "serde", "registry", "service", "config");

    @ArchTest
    static final ArchRule TOPICS_ARE_THOSE_OF_ROUTES =
            mayUse("streams.topics", "streams.message", "streams.fault", "service", "kafka");

    @ArchTest
    static final ArchRule OUTPUT_USES_TOPICS =
            mayUse("streams.output", "streams.topics", "streams.fault", "streams.status", "service");

    @ArchTest
    static final ArchRule DEAD_LETTERS_USE_OUTPUT_AND_WHAT_IS_BELOW =
            mayUse("streams.deadletter", "streams.output", "streams.topics", "streams.fault", "streams.status");

    @ArchTest
    static final ArchRule PREFETCH_USES_MESSAGES =
            mayUse("streams.prefetch", "streams.message", "streams.fault", "streams.status");

    @ArchTest
    static final ArchRule NO_ROOM_OF_STREAMS_USES_THEIR_FACADE = noClasses()
            .that()
            .resideInAPackage("io.lingoduct.streams.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.lingoduct.streams");

    @ArchTest
    static final ArchRule ROOMS_OF_STREAMS_FORM_NO_CYCLE =
            slices().matching("io.lingoduct.streams.(*)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule SERVING_USES_THE_ENGINE_AND_WHAT_IS_BELOW =
            mayUse("serving", "streams", "service", "engine", "model", "text", "config");

    @ArchTest
    static final ArchRule SERVING_KNOWS_ONLY_THE_FIGURES_OF_STREAMS = noClasses()
            .that()
            .resideInAPackage("io.lingoduct.serving..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.lingoduct\\.streams\\.(?!status\\.StreamCounters\\$Figures$).*");

    @ArchTest
    static final ArchRule TRANSLATE_USES_THE_ENGINE_AND_WHAT_IS_BELOW =
            mayUse("translate", "engine", "model", "text", "observe");

    @ArchTest
    static final ArchRule EVALUATE_USES_TRANSLATE_AND_WHAT_IS_BELOW =
            mayUse("evaluate", "translate", "engine", "model", "text", "observe");

    @ArchTest
    static final ArchRule ADMIN_USES_SERVING_THE_MODEL_AND_THE_STATUS_OF_ROUTES =
            mayUse("admin", "serving", "engine", "service", "model", "streams", "config", "observe");

    @ArchTest
    static final ArchRule DEMO_USES_STREAMS_AND_WHAT_IS_BELOW =
            mayUse("demo", "streams", "service", "engine", "model", "text", "serde", "config", "observe");

    @ArchTest
    static final ArchRule TOOLS_USE_FRAMINGS_AND_THE_NAMES_OF_DEAD_LETTERS =
            mayUse("tools", "serde", "registry", "streams", "kafka", "observe");

    @ArchTest
    static final ArchRule TOOLS_KNOW_NOTHING_OF_DEAD_LETTERS = noClasses()
            .that()
            .resideInAPackage("io.lingoduct.tools")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.lingoduct.tools.deadletters..");

    @ArchTest
    static final ArchRule PROCESS_USES_NOTHING_OF_OURS = mayUse("process");

    @ArchTest
    static final ArchRule BENCH_USES_THE_ENGINE_AND_WHAT_IS_BELOW =
            mayUse("bench", "engine", "model", "text", "chart", "process", "demo", "observe", "streams");

    @ArchTest
    static final ArchRule WHAT_BENCHMARKS_SHARE_USES_NONE_OF_THEM = classes()
            .that()
            .resideInAPackage("io.lingoduct.bench")
            .should()
            .onlyDependOnClassesThat(
                    not(resideInAPackage("io.lingoduct..")).or(resideInAPackage("io.lingoduct.bench")));

    @ArchTest
    static final ArchRule PEAKS_USE_THE_MANIFEST = mayUse("bench.peak", "bench", "model");

    @ArchTest
    static final ArchRule THE_NAIVE_WAY_USES_THE_MODEL = mayUse("bench.naive", "bench", "model", "text");

    @ArchTest
    static final ArchRule THE_BENCHMARK_OF_THE_ENGINE_COMPARES_IT_WITH_THE_NAIVE_WAY_AND_THE_PEAK = mayUse(
            "bench.engine",
            "bench",
            "bench.peak",
            "bench.naive",
            "engine",
            "model",
            "text",
            "chart",
            "process",
            "observe");

    @ArchTest
    static final ArchRule THE_SOAK_USES_THE_ENGINE =
            mayUse("bench.soak", "bench", "engine", "model", "chart", "process");

    @ArchTest
    static final ArchRule PROCESSES_AND_READERS_OF_A_BENCHMARK_KNOW_NO_SERVICE =
            mayUse("bench.service", "bench", "process");

    @ArchTest
    static final ArchRule THE_BENCHMARK_OF_THE_PIPELINE_USES_THE_DEMO =
            mayUse("bench.pipeline", "bench", "bench.service", "engine", "model", "chart", "demo");

    @ArchTest
    static final ArchRule CHAOS_USES_THE_DEMO_AND_THE_STREAMS =
            mayUse("bench.chaos", "bench", "bench.service", "demo", "streams");

    @ArchTest
    static final ArchRule THE_LEDGER_OF_CHAOS_USES_NOTHING_OF_OURS = mayUse("bench.chaos.ledger");

    @ArchTest
    static final ArchRule TRAFFIC_OF_CHAOS_USES_THE_LEDGER =
            mayUse("bench.chaos.traffic", "bench", "bench.chaos.ledger", "streams");

    @ArchTest
    static final ArchRule PROCESSES_OF_CHAOS_KNOW_NO_MESSAGE =
            mayUse("bench.chaos.process", "bench", "bench.service", "demo");

    @ArchTest
    static final ArchRule THE_SCENE_OF_CHAOS_USES_TRAFFIC_AND_PROCESSES = mayUse(
            "bench.chaos.scene",
            "bench",
            "bench.service",
            "bench.chaos.ledger",
            "bench.chaos.traffic",
            "bench.chaos.process",
            "streams");

    @ArchTest
    static final ArchRule EVENTS_OF_CHAOS_USE_THE_SCENE = mayUse(
            "bench.chaos.event",
            "bench.chaos.scene",
            "bench.chaos.ledger",
            "bench.chaos.traffic",
            "bench.chaos.process");

    @ArchTest
    static final ArchRule NOBODY_USES_THE_COMMAND_LINE = noClasses()
            .that(not(resideInAPackage("io.lingoduct.cli..")))
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.lingoduct.cli..");

    @ArchTest
    static final ArchRule THE_COMMAND_LINE_MAKES_NO_KAFKA_CLIENTS = noClasses()
            .that()
            .resideInAPackage("io.lingoduct.cli..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("org\\.apache\\.kafka\\.clients\\..*(KafkaProducer|KafkaConsumer|admin\\.Admin)");

    @ArchTest
    static final ArchRule PACKAGES_FORM_NO_CYCLE =
            slices().matching("io.lingoduct.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule ONLY_THE_EMBEDDED_BROKER_USES_KAFKAS_SERVER = noClasses()
            .that()
            .doNotHaveFullyQualifiedName("io.lingoduct.demo.EmbeddedBroker")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("kafka..", "org.apache.kafka.metadata..", "org.apache.kafka.server..");

    @ArchTest
    static final ArchRule ONLY_THE_MODEL_AND_ITS_BENCHMARK_USE_THE_NATIVE_LIBRARIES = noClasses()
            .that()
            .resideOutsideOfPackages("io.lingoduct.model..", "io.lingoduct.bench..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnxruntime..", "ai.djl..");

    @ArchTest
    static final ArchRule FOUR_CLASSES_BESIDE_THE_BENCHMARK_KNOW_HOW_GRAPHS_ARE_STORED = noClasses()
            .that()
            .resideOutsideOfPackage("io.lingoduct.bench..")
            .and()
            .doNotHaveFullyQualifiedName("io.lingoduct.model.graph.StoredGraph")
            .and()
            .doNotHaveFullyQualifiedName("io.lingoduct.model.graph.SearchBranches")
            .and()
            .doNotHaveFullyQualifiedName("io.lingoduct.model.graph.NestedWeights")
            .and()
            .doNotHaveFullyQualifiedName("io.lingoduct.model.graph.ExternalData")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("ai.onnx.proto..", "com.google.protobuf..");

    @ArchTest
    static final ArchRule ONLY_THE_ADMIN_SERVER_KNOWS_ITS_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage("io.lingoduct.admin..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.eclipse.jetty..");

    @ArchTest
    static final ArchRule ADMIN_KNOWS_ONLY_THE_STATUS_OF_ROUTES = noClasses()
            .that()
            .resideInAPackage("io.lingoduct.admin..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.lingoduct\\.streams\\.(?!status\\.Route(Status|State|Failure)$).*");

    @ArchTest
    static final ArchRule ONE_PACKAGE_KNOWS_HOW_LANGUAGES_ARE_DETECTED = noClasses()
            .that()
            .resideOutsideOfPackage("io.lingoduct.text.language..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("opennlp..");

    /** Of a package around the user, only its own classes are meant and not those of its other rooms. */
    private static ArchRule mayUse(String user, String... used) {
        var ours = Stream.concat(Stream.of(user), Stream.of(used))
                .map(name -> "io.lingoduct." + name + (user.startsWith(name + ".") ? "" : ".."))
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("io.lingoduct." + user + "..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("io.lingoduct..")).or(resideInAnyPackage(ours)));
    }

    /** As {@link #mayUse}; a name stands for one package, and with two dots at its end for those below it, too. */
    private static ArchRule roomMayUse(String user, String... used) {
        var ours = Stream.concat(Stream.of(user), Stream.of(used))
                .map(name -> "io.lingoduct." + name)
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("io.lingoduct." + user)
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("io.lingoduct..")).or(resideInAnyPackage(ours)));
    }
}
