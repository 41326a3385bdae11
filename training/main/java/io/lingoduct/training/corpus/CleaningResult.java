package io.lingoduct.training.corpus;

import io.lingoduct.training.corpus.CorpusFilter.Reason;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The pairs that stay, and which were dropped and why.
 *
 * @param dropped line numbers, counted from 1, per reason; reasons that never occurred are absent
 */
public record CleaningResult(List<SentencePair> kept, Map<Reason, List<Integer>> dropped) {

    private static final int EXAMPLES = 5;

    /** Pairs that were looked at. */
    public int read() {
        return kept.size() + dropped.values().stream().mapToInt(List::size).sum();
    }

    /** One line for people. */
    public String summary() {
        var losses = reasons().map(r -> format(", %,d dropped (%s)", count(r), r));
        return format("%,d sentence pairs kept", kept.size()) + losses.collect(Collectors.joining());
    }

    /**
     * A page of Markdown: what was dropped, and where in the files, by line number. It holds no sentences, which may not be
     * anybody's to pass on.
     *
     * @param corpus what was cleaned, for instance the names of its files
     */
    public String report(String corpus) {
        var rows = reasons()
                .map(r -> format("| %s | %,d | %.2f %% | %s |%n", r, count(r), 100.0 * count(r) / read(), lines(r)))
                .collect(Collectors.joining());
        var kept = format("| kept | %,d | %.2f %% | |%n", kept().size(), 100.0 * kept().size() / read());
        return format("# Cleaning%n%n%s: %,d sentence pairs read.%n%n", corpus, read())
                + format("| why dropped | pairs | share | lines, for instance |%n|---|---|---|---|%n")
                + rows
                + kept;
    }

    private Stream<Reason> reasons() {
        return Arrays.stream(Reason.values()).filter(dropped::containsKey);
    }

    private int count(Reason reason) {
        return dropped.get(reason).size();
    }

    private String lines(Reason reason) {
        return dropped.get(reason).stream().limit(EXAMPLES).map(String::valueOf).collect(Collectors.joining(", "));
    }

    private static String format(String text, Object... values) {
        return String.format(Locale.ROOT, text.replace("%n", "\n"), values);
    }
}
