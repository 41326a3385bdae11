package io.lingoduct.training.report;

import io.lingoduct.chart.Html;
import io.lingoduct.training.report.RunEvent.Sample;
import io.lingoduct.training.report.RunEvent.Samples;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;

/** Translations of the same sentences over the epochs: one table a sentence. */
final class SampleTables {

    private final List<Samples> chosen;
    private final Validations validations;
    private final RunSummary summary;

    private SampleTables(List<Samples> chosen, Validations validations, RunSummary summary) {
        this.chosen = chosen;
        this.validations = validations;
        this.summary = summary;
    }

    /** Markup of the tables, all text in it escaped; empty without samples. */
    static String of(List<Samples> samples, Validations validations, RunSummary summary) {
        var updates = validations.few(samples.stream().map(Samples::update).toList());
        var chosen = samples.stream().filter(s -> updates.contains(s.update())).toList();
        return new SampleTables(chosen, validations, summary).html();
    }

    private String html() {
        var html = new StringBuilder();
        if (!chosen.isEmpty()) {
            chosen.get(chosen.size() - 1).samples().forEach(sample -> table(html, sample));
        }
        return html.toString();
    }

    private void table(StringBuilder html, Sample sample) {
        html.append("<table class=\"samples\"><tbody>\n");
        row(html, "given", "source", summary.sourceLanguage(), Html.escape(sample.source()));
        row(html, "given", "reference", summary.targetLanguage(), Html.escape(sample.reference()));
        for (var told : chosen) {
            told.samples().stream()
                    .filter(other -> other.source().equals(sample.source())
                            && other.reference().equals(sample.reference()))
                    .findFirst()
                    .ifPresent(other -> row(html, "told", label(told), summary.targetLanguage(), marked(other)));
        }
        html.append("</tbody></table>\n");
    }

    private String label(Samples told) {
        return validations.label(told.epoch(), told.update()) + (validations.isBest(told.update()) ? " ★" : "");
    }

    private static void row(StringBuilder html, String style, String label, String language, String markup) {
        html.append("<tr class=\"%s\"><th>%s</th><td lang=\"%s\" dir=\"auto\">%s</td></tr>\n"
                .formatted(style, Html.escape(label), Html.escape(language), markup));
    }

    /** The hypothesis with the words marked that the reference has too, each as often as there at most. */
    private static String marked(Sample sample) {
        var left = new HashMap<String, Integer>();
        for (var word : sample.reference().split("\\s+")) {
            left.merge(key(word), 1, Integer::sum);
        }
        var html = new StringBuilder();
        for (var word : sample.hypothesis().split("\\s+")) {
            int count = left.getOrDefault(key(word), 0);
            left.put(key(word), count - 1);
            html.append(html.isEmpty() ? "" : " ")
                    .append(count > 0 ? "<mark>" + Html.escape(word) + "</mark>" : Html.escape(word));
        }
        return html.toString();
    }

    private static String key(String word) {
        var letters = word.replaceAll("[^\\p{L}\\p{N}]", "");
        return (letters.isEmpty() ? word : letters).toLowerCase(Locale.ROOT);
    }
}
