package io.lingoduct.chart;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of bars: each category of the x axis has one bar of each group, with its value written on top.
 *
 * @param yLabel with its unit
 * @param categories [C], each once
 */
public record BarChart(String title, String xLabel, String yLabel, List<String> categories, List<Bars> groups)
        implements Chart {

    /**
     * The bars of one colour.
     *
     * @param values [C]; what is not a finite number has no bar
     */
    public record Bars(String name, List<Double> values) {

        public Bars {
            values = List.copyOf(values);
        }
    }

    public BarChart {
        categories = List.copyOf(categories);
        groups = List.copyOf(groups);
        for (var group : groups) {
            if (group.values().size() != categories.size()) {
                throw new IllegalArgumentException("%s: %d values for %d categories"
                        .formatted(group.name(), group.values().size(), categories.size()));
            }
        }
    }

    /** A chart with no bar yet. */
    public static BarChart of(String title, String xLabel, String yLabel, List<String> categories) {
        return new BarChart(title, xLabel, yLabel, categories, List.of());
    }

    /** With one more bar in each category; groups get their colours in this order. */
    public BarChart with(String name, List<Double> values) {
        var more = new ArrayList<>(groups);
        more.add(new Bars(name, values));
        return new BarChart(title, xLabel, yLabel, categories, more);
    }

    @Override
    public String html() {
        return "<figure>" + Canvas.element(Drawing.of(this)) + "</figure>\n";
    }
}
