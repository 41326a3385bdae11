package io.lingoduct.calibrate;

import io.lingoduct.chart.Chart;
import io.lingoduct.chart.LineChart;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** A calibration for people: as text, and as a picture that shows the share of usable translations over their estimates. */
public final class CalibrationReport {

    private CalibrationReport() {}

    public static String text(QualityCalibration calibration) {
        var validated = calibration.validated();
        var text = new StringBuilder();
        line(
                text,
                "%,d translations, %.1f %% usable; left out %,d",
                validated.samples(),
                100 * validated.usable(),
                calibration.left());
        line(text, "%-22s %8s %8s", "", "ROC AUC", "Brier");
        line(
                text,
                "%-22s %8.3f %8.4f",
                "before",
                calibration.before().auc(),
                calibration.before().brier());
        line(text, "%-22s %8.3f %8.4f", "fitted, cross-validated", validated.auc(), validated.brier());
        line(text, "");
        line(text, "%12s %12s %12s", "translations", "estimate", "usable");
        for (var bin : validated.bins()) {
            line(text, "%12d %12.3f %12.3f", bin.samples(), bin.estimate(), bin.usable());
        }
        line(text, "");
        calibration.fitted().byName().forEach((name, weight) -> line(text, "%-22s %8.4f", name, weight));
        return text.toString();
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values)).append('\n');
    }

    public static Chart chart(QualityCalibration calibration) {
        return LineChart.of(
                        "Estimates and what people could use",
                        "estimate",
                        "share of usable translations (chrF2 of at least 45)")
                .with("as it should be", new double[] {0, 1}, new double[] {0, 1})
                .with(
                        "fitted, cross-validated",
                        values(calibration.validated().bins(), Calibration.Bin::estimate),
                        values(calibration.validated().bins(), Calibration.Bin::usable));
    }

    private static double[] values(List<Calibration.Bin> bins, ToDoubleFunction<Calibration.Bin> value) {
        return bins.stream().mapToDouble(value).toArray();
    }
}
