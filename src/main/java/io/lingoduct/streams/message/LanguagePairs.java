package io.lingoduct.streams.message;

import io.lingoduct.config.names.LanguageTag;
import io.lingoduct.engine.TextTranslator;
import io.lingoduct.streams.fault.StreamStartException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The loaded models by the languages that they translate between. */
public final class LanguagePairs {

    private record Pair(String source, String target) implements Comparable<Pair> {

        @Override
        public int compareTo(Pair other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return source + " to " + target;
        }
    }

    private final Map<Pair, TextTranslator> translators;

    private LanguagePairs(Map<Pair, TextTranslator> translators) {
        this.translators = translators;
    }

    /** For services in which every route names its model. */
    public static LanguagePairs none() {
        return new LanguagePairs(Map.of());
    }

    /**
     * @throws StreamStartException if two models translate between the same languages, since nothing would tell which is
     *     meant
     */
    public static LanguagePairs of(Collection<? extends TextTranslator> translators) {
        var pairs = new TreeMap<Pair, TextTranslator>();
        for (var translator : translators) {
            var model = translator.model();
            var pair = new Pair(canonical(model.sourceLanguage()), canonical(model.targetLanguage()));
            var other = pairs.put(pair, translator);
            if (other != null) {
                throw new StreamStartException("models: both " + other.model().name() + " and " + model.name()
                        + " translate " + pair + "; keep one of them here, and name the other in a route's model");
            }
        }
        return new LanguagePairs(pairs);
    }

    /** The model for a pair, if there is one for just these tags. */
    Optional<TextTranslator> find(String source, String target) {
        return Optional.ofNullable(translators.get(new Pair(source, target)));
    }

    /** The model for a pair, or else for a shorter form of the source's tag: one for en serves en-GB. */
    Optional<TextTranslator> findNearest(String source, String target) {
        return LanguageTag.withShorter(source).stream()
                .flatMap(form -> find(form, target).stream())
                .findFirst();
    }

    /** Target language of the models that a tag means: itself or the longest of its shorter forms. */
    Optional<String> offeredTarget(String language) {
        var offered = targets();
        return LanguageTag.withShorter(language).stream()
                .filter(offered::contains)
                .findFirst();
    }

    /** All languages that any model translates into. */
    SortedSet<String> targets() {
        return translators.keySet().stream().map(Pair::target).collect(Collectors.toCollection(TreeSet::new));
    }

    /** All languages that some model translates into one of the targets. */
    SortedSet<String> sourcesFor(List<String> targets) {
        return translators.keySet().stream()
                .filter(pair -> targets.contains(pair.target()))
                .map(Pair::source)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The pairs in words, for messages. */
    @Override
    public String toString() {
        return translators.isEmpty()
                ? "none"
                : translators.keySet().stream().map(Pair::toString).collect(Collectors.joining(", "));
    }

    private static String canonical(String language) {
        return LanguageTag.canonical(language).orElse(language);
    }
}
