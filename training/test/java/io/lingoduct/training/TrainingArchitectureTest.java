package io.lingoduct.training;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.util.stream.Stream;

/** Which package of the training module may import which: each list names all of ours that a package may use. */
@AnalyzeClasses(packages = "io.lingoduct.training", importOptions = DoNotIncludeTests.class)
class TrainingArchitectureTest {

    @ArchTest
    static final ArchRule FILES_USE_NOTHING_OF_OURS = mayUse("files");

    @ArchTest
    static final ArchRule REPORT_USES_CHARTS_AND_FILES = mayUse("report", "chart", "training.files");

    @ArchTest
    static final ArchRule CORPUS_USES_FILES_AND_TEXT = mayUse("corpus", "training.files", "text");

    @ArchTest
    static final ArchRule VOCABULARY_USES_THE_CORPUS = mayUse("vocabulary", "training.corpus");

    @ArchTest
    static final ArchRule BATCH_USES_THE_VOCABULARY =
            mayUse("batch", "training.vocabulary", "training.corpus", "training.files", "model");

    @ArchTest
    static final ArchRule NETWORK_USES_BATCHES_AND_THE_LIMITS_OF_A_BUNDLE =
            mayUse("network", "training.batch", "training.vocabulary", "model.bundle");

    @ArchTest
    static final ArchRule LOOP_USES_THE_NETWORK_THE_EVENTS_OF_A_RUN_AND_WHAT_IS_BELOW = mayUse(
            "loop",
            "training.report",
            "training.network",
            "training.batch",
            "training.vocabulary",
            "training.corpus",
            "training.files",
            "model",
            "text");

    @ArchTest
    static final ArchRule LOOP_SETTINGS_USE_NOTHING_OF_OURS = mayUse("loop.settings");

    @ArchTest
    static final ArchRule LOOP_OPTIMIZER_USES_SETTINGS_AND_THE_NETWORK = mayUse(
            "loop.optimizer", "training.loop.settings", "training.network", "training.batch", "training.vocabulary");

    @ArchTest
    static final ArchRule LOOP_VALIDATION_USES_SETTINGS_AND_THE_NETWORK = mayUse(
            "loop.validation",
            "training.loop.settings",
            "training.network",
            "training.batch",
            "training.vocabulary",
            "training.corpus",
            "model",
            "text");

    @ArchTest
    static final ArchRule LOOP_PROGRESS_USES_WHAT_UPDATES_AND_VALIDATIONS_SHOW =
            mayUse("loop.progress", "training.loop.validation", "training.loop.optimizer", "training.loop.settings");

    @ArchTest
    static final ArchRule LOOP_CHECKPOINTS_HOLD_PROGRESS_AND_WEIGHTS = mayUse(
            "loop.checkpoint",
            "training.loop.progress",
            "training.loop.validation",
            "training.loop.optimizer",
            "training.network",
            "training.files");

    @ArchTest
    static final ArchRule EXPORT_USES_THE_NETWORK_AND_THE_BUNDLE_FORMAT =
            mayUse("export", "training.network", "training.batch", "training.vocabulary", "model");

    @ArchTest
    static final ArchRule EXPORT_ONNX_KNOWS_NOTHING_OF_TRANSLATION = mayUse("export.onnx");

    @ArchTest
    static final ArchRule EXPORT_NETWORK_USES_NODES =
            mayUse("export.network", "training.export.onnx", "training.network");

    @ArchTest
    static final ArchRule EXPORT_OUTPUT_USES_THE_NETWORKS_NODES =
            mayUse("export.output", "training.export.network", "training.export.onnx", "training.network");

    @ArchTest
    static final ArchRule EXPORT_SEARCH_USES_STEPS_AND_OUTPUTS = mayUse(
            "export.search",
            "training.export.output",
            "training.export.network",
            "training.export.onnx",
            "training.network",
            "training.vocabulary",
            "model.graph");

    @ArchTest
    static final ArchRule SHORTLIST_USES_BATCHES_AND_THE_BUNDLE_FORMAT =
            mayUse("shortlist", "training.batch", "training.vocabulary", "model.bundle");

    @ArchTest
    static final ArchRule BENCH_USES_THE_LOOP_AND_WHAT_IT_TRAINS = mayUse(
            "bench", "training.loop", "training.network", "training.batch", "training.vocabulary", "bench", "process");

    @ArchTest
    static final ArchRule CONFIG_DECLARES_WHAT_THE_OTHERS_ARE_BUILT_FROM = mayUse(
            "config",
            "training.loop",
            "training.network",
            "training.shortlist",
            "training.vocabulary",
            "training.corpus",
            "config",
            "text");

    @ArchTest
    static final ArchRule COMPARE_USES_TRAINED_MODELS_AND_CHARTS = mayUse(
            "compare",
            "training.run",
            "training.report",
            "training.config",
            "chart",
            "training.loop",
            "training.network",
            "training.batch",
            "training.vocabulary",
            "training.corpus",
            "training.files",
            "model",
            "text");

    @ArchTest
    static final ArchRule BUNDLE_USES_GRAPHS_AND_THE_NETWORKS_THEY_ARE_MADE_OF = mayUse(
            "bundle",
            "engine",
            "training.config",
            "training.export",
            "training.loop",
            "training.network",
            "training.batch",
            "training.vocabulary",
            "training.corpus",
            "training.files",
            "config",
            "model",
            "text");

    @ArchTest
    static final ArchRule RUN_USES_ALL_THAT_LEADS_FROM_TEXT_TO_A_BUNDLE = mayUse(
            "run",
            "training.bundle",
            "training.config",
            "training.loop",
            "training.shortlist",
            "training.report",
            "training.network",
            "training.batch",
            "training.vocabulary",
            "training.corpus",
            "training.files",
            "config",
            "model",
            "text",
            "process");

    @ArchTest
    static final ArchRule COMMANDS_USE_TRAINING_AND_OF_THE_APPLICATION_WHAT_IT_LENDS =
            mayUse("cli", "training", "model", "text", "config", "bench", "process");

    private static ArchRule mayUse(String user, String... used) {
        var ours = Stream.concat(Stream.of("training." + user), Stream.of(used))
                .map(name -> "io.lingoduct." + name + "..")
                .toArray(String[]::new);
        return classes()
                .that()
                .resideInAPackage("io.lingoduct.training." + user + "..")
                .should()
                .onlyDependOnClassesThat(not(resideInAPackage("io.lingoduct..")).or(resideInAnyPackage(ours)));
    }
}
