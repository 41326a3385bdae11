package io.lingoduct.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A matrix of figures as shades. In a page it is a table, so that its labels are text of any script.
 *
 * @param columns [S] labels, which may repeat
 * @param rows [T] labels, which may repeat; the first is on top
 * @param values [T][S]; what is not a finite number is left blank
 * @param low the value that is drawn as paper
 * @param high the value that is drawn in full colour
 */
public record HeatMap(
        String title,
        String xLabel,
        String yLabel,
        List<String> columns,
        List<String> rows,
        double[][] values,
        double low,
        double high)
        implements Chart {

    public HeatMap {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        if (values.length != rows.size()) {
            throw new IllegalArgumentException(title + ": " + values.length + " rows, " + rows.size() + " labels");
        }
        for (var row : values) {
            if (row.length != columns.size()) {
                throw new IllegalArgumentException(
                        title + ": a row of " + row.length + " values, " + columns.size() + " labels");
            }
        }
        if (!(high > low)) {
            throw new IllegalArgumentException(title + ": no range from " + low + " to " + high);
        }
        values = copy(values);
    }

    /** Of weights between 0 and 1. */
    public static HeatMap ofWeights(
            String title, String xLabel, String yLabel, List<String> columns, List<String> rows, double[][] weights) {
        return new HeatMap(title, xLabel, yLabel, columns, rows, weights, 0, 1);
    }

    @Override
    public double[][] values() {
        return copy(values);
    }

    private static double[][] copy(double[][] values) {
        return Arrays.stream(values).map(double[]::clone).toArray(double[][]::new);
    }

    /** Share of the full colour that a cell gets, 0 to 1. */
    double shade(int row, int column) {
        var value = values[row][column];
        return Double.isFinite(value) ? Math.min(1, Math.max(0, (value - low) / (high - low))) : 0;
    }

    @Override
    public String html() {
        var html = new StringBuilder("<figure class=\"heat\"><figcaption>")
                .append(Html.escape(title))
                .append("</figcaption><div class=\"scroll\"><table><thead><tr><th class=\"corner\">")
                .append(Html.escape(yLabel))
                .append(" ↓ ")
                .append(Html.escape(xLabel))
                .append(" →</th>");
        columns.forEach(
                label -> html.append("<th><span>").append(Html.escape(label)).append("</span></th>"));
        html.append("</tr></thead><tbody>\n");
        for (int row = 0; row < rows.size(); row++) {
            html.append("<tr><th>").append(Html.escape(rows.get(row))).append("</th>");
            for (int column = 0; column < columns.size(); column++) {
                cell(html, row, column);
            }
            html.append("</tr>\n");
        }
        return html.append("</tbody></table></div></figure>\n").toString();
    }

    private void cell(StringBuilder html, int row, int column) {
        var shade = shade(row, column);
        html.append(
                shade < 0.005
                        ? "<td></td>"
                        : String.format(
                                Locale.ROOT,
                                "<td style=\"--a:%.2f\" title=\"%.3g\"></td>",
                                shade,
                                values[row][column]));
    }
}
