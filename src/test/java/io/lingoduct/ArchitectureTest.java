package io.lingoduct;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/**
 * Rules on who may use which library, and what more than a package's page holds: pages say which packages a package uses, and
 * PackagePagesTest of the training module holds both modules to theirs.
 */
@AnalyzeClasses(packages = "io.lingoduct", importOptions = DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule THE_ENGINE_KNOWS_MODELS_BY_THEIR_CONTRACT = noClasses()
            .that()
            .resideInAPackage("io.lingoduct.engine..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.lingoduct.model.*..");

    @ArchTest
    static final ArchRule NO_ROOM_OF_STREAMS_USES_THEIR_FACADE = noClasses()
            .that()
            .resideInAPackage("io.lingoduct.streams.*")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.lingoduct.streams");

    @ArchTest
    static final ArchRule SERVING_KNOWS_ONLY_THE_FIGURES_OF_STREAMS = noClasses()
            .that()
            .resideInAPackage("io.lingoduct.serving..")
            .should()
            .dependOnClassesThat()
            .haveNameMatching("io\\.lingoduct\\.streams\\.(?!status\\.(Stream|Quality)Counters\\$Figures$).*");

    @ArchTest
    static final ArchRule TOOLS_KNOW_NOTHING_OF_DEAD_LETTERS = noClasses()
            .that()
            .resideInAPackage("io.lingoduct.tools")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("io.lingoduct.tools.deadletters..");

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
            .haveNameMatching(
                    "io\\.lingoduct\\.streams\\.(?!status\\.(Route(Status|State|Failure)|QualityCounters\\$Figures)$).*");

    @ArchTest
    static final ArchRule ONE_PACKAGE_KNOWS_HOW_LANGUAGES_ARE_DETECTED = noClasses()
            .that()
            .resideOutsideOfPackage("io.lingoduct.text.language..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("opennlp..");
}
