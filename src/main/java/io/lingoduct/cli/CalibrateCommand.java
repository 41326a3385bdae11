package io.lingoduct.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.lingoduct.calibrate.CalibrationReport;
import io.lingoduct.calibrate.QualityCalibration;
import io.lingoduct.engine.SegmentingTextTranslator;
import io.lingoduct.front.quality.QualityModel;
import io.lingoduct.model.bundle.BundleManifest;
import io.lingoduct.model.bundle.ManifestFile;
import io.lingoduct.model.runtime.OnnxTranslator;
import io.lingoduct.text.lines.InputFileException;
import io.lingoduct.text.lines.LineFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code lingoduct calibrate}: fits a model's quality estimates and writes them into its manifest. */
@Command(
        name = "calibrate",
        description = {
            "Fit a model's quality estimates to sentences with references: to the share of translations whose chrF2 is at least 45.",
            "The weights are written into the model's manifest; everything else in it stays.",
            ""
        },
        mixinStandardHelpOptions = true,
        modelTransformer = KeyOptions.Adder.class,
        versionProvider = Version.class)
final class CalibrateCommand implements Callable<Integer>, KeyOptions.Owner {

    @Spec
    private CommandSpec spec;

    @Option(names = "--model", required = true, paramLabel = "DIR", description = "Folder of the model bundle.")
    private Path model;

    @Option(
            names = "--source",
            required = true,
            paramLabel = "FILE",
            description = "Sentences, one a line, in UTF-8, plain or .gz; none that the model was trained on.")
    private Path source;

    @Option(
            names = "--references",
            required = true,
            paramLabel = "FILE",
            description = "The translation of each line of --source.")
    private Path references;

    @Option(
            names = "--noisy",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description =
                    "Take each sentence in capitals, as a title, in small letters and with a typo, too; the default.")
    private boolean noisy;

    @Option(names = "--chart", paramLabel = "FILE.svg", description = "Draw the calibration into an SVG file.")
    private Path chart;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Option(names = "--dry-run", description = "Leave the manifest as it is.")
    private boolean dryRun;

    private final EngineSettings settings = new EngineSettings();

    @Override
    public void addOptions(CommandSpec command) {
        settings.addTo(command);
    }

    @Override
    public Integer call() throws IOException {
        requireSense();
        var sources = LineFile.read(source);
        var expected = LineFile.read(references);
        sources.requireSameLength(expected);
        settings.wantScores();
        QualityCalibration calibration;
        try (var translator = settings.load(model)) {
            calibration = calibrate(translator, sources.lines(), expected.lines());
        }
        print(calibration);
        if (chart != null) {
            CalibrationReport.chart(calibration).write(chart);
        }
        if (!dryRun) {
            ManifestFile.writeQuality(
                    model.resolve(ManifestFile.NAME),
                    new BundleManifest.Quality(calibration.fitted().byName(), fitted(calibration)));
        }
        return ExitCode.OK;
    }

    private QualityCalibration calibrate(OnnxTranslator translator, List<String> sources, List<String> expected) {
        try (var engine = settings.newEngine(translator)) {
            try {
                return QualityCalibration.of(
                        new SegmentingTextTranslator(engine),
                        sources,
                        expected,
                        noisy,
                        QualityModel.of(translator.traits()));
            } finally {
                engine.close(Duration.ZERO); // all that was wanted has been taken
            }
        } catch (IllegalArgumentException e) {
            throw new InputFileException(source, e.getMessage());
        }
    }

    private void requireSense() {
        var faults = settings.faults();
        if (!faults.isEmpty()) {
            throw new ParameterException(spec.commandLine(), String.join("; ", faults));
        }
        if (chart != null && !chart.toString().endsWith(".svg")) {
            throw new InputFileException(chart, "charts are SVG files; its name must end with .svg");
        }
        var folder = chart == null ? null : chart.toAbsolutePath().getParent();
        if (folder != null && !Files.isDirectory(folder)) {
            throw new InputFileException(chart, "there is no folder " + folder);
        }
    }

    private void print(QualityCalibration calibration) throws IOException {
        var out = spec.commandLine().getOut();
        if (json) {
            out.println(new ObjectMapper().writeValueAsString(calibration));
        } else {
            out.print(CalibrationReport.text(calibration));
        }
        out.flush();
    }

    private static String fitted(QualityCalibration calibration) {
        var validated = calibration.validated();
        return String.format(
                Locale.ROOT,
                "%d translations, %.1f %% of them with chrF2 >= %.0f; cross-validated ROC AUC %.3f, Brier score %.4f",
                validated.samples(),
                100 * validated.usable(),
                QualityCalibration.USABLE,
                validated.auc(),
                validated.brier());
    }
}
