package io.lingoduct.streams.message;

import io.lingoduct.config.names.LanguageTag;
import io.lingoduct.serde.DecodedMessage;
import io.lingoduct.service.LanguagesConfig;
import io.lingoduct.streams.fault.NoModelException;
import io.lingoduct.streams.fault.UnknownLanguageException;
import io.lingoduct.text.language.LanguageDetector;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Headers;

/**
 * Chooses models by a message's languages. A header goes before a field, a field before what the route says, and where
 * nothing names the source it is detected. Texts that are in their target language already stay as they are.
 */
final class ModelChoice implements Translations {

    private final LanguagesConfig languages;
    private final LanguagePairs pairs;
    private final LanguageDetector detector;
    private final List<String> usualTargets;

    /**
     * @param detector may be null where the languages say that nothing is detected
     * @throws NoModelException if no model translates into one of the route's languages
     */
    ModelChoice(LanguagesConfig languages, LanguagePairs pairs, LanguageDetector detector) {
        this.languages = languages;
        this.pairs = pairs;
        this.detector = detector;
        this.usualTargets =
                languages.targets().stream().map(this::offered).distinct().toList();
    }

    /**
     * Checks a route whose languages are the same for all messages.
     *
     * @throws NoModelException if there is no model for one of its pairs
     */
    void checkPairs() {
        usualTargets.forEach(target -> step(languages.source(), target));
    }

    @Override
    public List<Step> of(Headers headers, DecodedMessage message) {
        var targets = targets(headers, message::textAt);
        var source = source(headers, message, targets);
        return targets.stream()
                .map(target -> source.map(language -> step(language, target))
                        .orElseGet(() -> Step.passThrough(Step.UNDETERMINED, target)))
                .toList();
    }

    @Override
    public List<String> targetsOf(Headers headers) {
        return targets(headers, field -> Optional.empty());
    }

    @Override
    public Set<String> targets() {
        return languages.targetsByMessage() ? pairs.targets() : Set.copyOf(usualTargets);
    }

    private List<String> targets(Headers headers, Function<String, Optional<String>> fields) {
        var named = named(headers, languages.targetHeader(), fields, languages.targetField());
        var targets = named.map(list -> Stream.of(list.split(","))
                        .map(ModelChoice::tag)
                        .map(this::offered)
                        .distinct()
                        .toList())
                .orElse(usualTargets);
        if (targets.isEmpty()) {
            throw new UnknownLanguageException("neither the message nor its route names a target language");
        }
        return targets;
    }

    private Optional<String> source(Headers headers, DecodedMessage message, List<String> targets) {
        var named = named(headers, languages.sourceHeader(), message::textAt, languages.sourceField());
        if (named.isPresent()) {
            return named.map(ModelChoice::tag);
        }
        return languages.detects()
                ? detector.detect(message.texts(), candidates(targets))
                : Optional.of(languages.source());
    }

    private Set<String> candidates(List<String> targets) {
        var candidates = new TreeSet<>(pairs.sourcesFor(targets));
        candidates.addAll(targets);
        return candidates;
    }

    private Step step(String source, String target) {
        var exact = pairs.find(source, target);
        if (exact.isEmpty() && LanguageTag.withShorter(source).contains(target)) {
            return Step.passThrough(source, target);
        }
        return exact.or(() -> pairs.findNearest(source, target))
                .map(translator -> new Step(translator.model().sourceLanguage(), target, translator))
                .orElseThrow(() -> new NoModelException(
                        "no model translates " + source + " to " + target + "; loaded are: " + pairs));
    }

    private String offered(String target) {
        return pairs.offeredTarget(target)
                .orElseThrow(
                        () -> new NoModelException("no model translates into " + target + "; loaded are: " + pairs));
    }

    private static Optional<String> named(
            Headers headers, String header, Function<String, Optional<String>> fields, String field) {
        return Optional.ofNullable(header)
                .flatMap(name -> HeaderText.last(headers, name))
                .or(() -> Optional.ofNullable(field).flatMap(fields).filter(text -> !text.isBlank()));
    }

    private static String tag(String text) {
        return LanguageTag.canonical(text)
                .orElseThrow(() -> new UnknownLanguageException(
                        "the message names a language by something that is no BCP 47 tag, such as en or pt-BR"));
    }
}
