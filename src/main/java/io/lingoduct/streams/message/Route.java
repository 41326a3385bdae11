package io.lingoduct.streams.message;

import io.lingoduct.engine.TranslatedText;
import io.lingoduct.serde.DecodedMessage;
import io.lingoduct.serde.ModelStamp;
import io.lingoduct.serde.TranslatedField;
import io.lingoduct.service.OutputTopic;
import io.lingoduct.streams.quality.Judgement;
import io.lingoduct.streams.quality.QualityPolicy;
import io.lingoduct.streams.quality.Review;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One translation path at run time: turns input values into output values, one for each target language. Safe to use from
 * many threads; two routes are equal only if they are the same object.
 */
public final class Route {

    private final String name;
    private final InputTopics from;
    private final OutputTopic to;
    private final RouteFormat format;
    private final Translations translations;
    private final MessageTexts texts;
    private final QualityPolicy quality;
    private final InstantSource clock;

    /**
     * A route that knows nothing of its texts and asks for no quality.
     *
     * @param name its name for operators
     * @param clock time that the deadlines of messages are compared with
     */
    public Route(
            String name,
            InputTopics from,
            OutputTopic to,
            RouteFormat format,
            Translations translations,
            InstantSource clock) {
        this(name, from, to, format, translations, MessageTexts.PLAIN, QualityPolicy.NONE, clock);
    }

    Route(
            String name,
            InputTopics from,
            OutputTopic to,
            RouteFormat format,
            Translations translations,
            MessageTexts texts,
            QualityPolicy quality,
            InstantSource clock) {
        this.name = name;
        this.from = from;
        this.to = to;
        this.format = format;
        this.translations = translations;
        this.texts = texts;
        this.quality = quality;
        this.clock = clock;
    }

    public String name() {
        return name;
    }

    public InputTopics from() {
        return from;
    }

    public OutputTopic to() {
        return to;
    }

    public Translations translations() {
        return translations;
    }

    /** All topics that the route may write when it reads those of the inputs that are its own. */
    public Set<String> outputs(Collection<String> inputs) {
        return inputs.stream().filter(from::contains).flatMap(this::outputs).collect(Collectors.toSet());
    }

    private Stream<String> outputs(String input) {
        return Stream.concat(
                translations.targets().stream().map(target -> to.name(input, target)),
                Stream.ofNullable(quality.reviewTopic()));
    }

    /**
     * @throws io.lingoduct.streams.fault.ExpiredMessageException if the message's deadline has passed
     * @throws io.lingoduct.serde.MalformedMessageException if the deadline cannot be read
     */
    public void checkDeadline(Incoming message) {
        Deadline.check(message.headers(), clock);
    }

    /**
     * Translates a message, once for each target language. Never throws: whatever goes wrong completes the future, since one
     * caller is a consumer interceptor, whose exceptions nobody would see. Cancelling the future cancels the translations.
     */
    public CompletableFuture<List<ReadyMessage>> translate(Incoming message) {
        try {
            checkDeadline(message);
            var decoded = format.reader().decode(message.value());
            var steps = translations.of(message.headers(), decoded);
            var outputs = new ArrayList<CompletableFuture<ReadyMessage>>();
            for (int i = 0; i < steps.size(); i++) {
                var step = steps.get(i);
                var writer = format.to(to.name(message.topic(), step.target()));
                // Formats may write in different schemas, so another output's format decodes for itself.
                boolean decodedYet = i == 0 && writer == format.reader();
                outputs.add(translate(decodedYet ? decoded : writer.decode(message.value()), step));
            }
            return allOf(outputs);
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<ReadyMessage> translate(DecodedMessage message, Translations.Step step) {
        if (step.translator() == null) {
            var fields = message.texts().stream()
                    .map(text -> new TranslatedField(text, true))
                    .toList();
            var stamp = new ModelStamp("", "", step.source(), step.target());
            return CompletableFuture.completedFuture(
                    most -> new ReadyMessage.Encoded(message.encode(fields, stamp, mostBytes(most, step)), stamp));
        }
        var translated = step.translator().translateAll(texts.of(message));
        return cancelling(
                CompletableFuture.allOf(translated.toArray(CompletableFuture<?>[]::new))
                        .thenApply(done -> most -> encode(message, translated, step, mostBytes(most, step))),
                translated);
    }

    private ReadyMessage.Encoded encode(
            DecodedMessage message,
            List<CompletableFuture<TranslatedText>> translations,
            Translations.Step step,
            long mostBytes) {
        var texts = translations.stream().map(CompletableFuture::join).toList();
        // The model may have been replaced since: what made the texts counts, not what would make them now.
        var model = texts.isEmpty() ? step.translator().model() : texts.get(0).model();
        var judgement = quality.judge(texts);
        var stamp = new ModelStamp(model.name(), model.version(), step.source(), step.target(), judgement.worst());
        return new ReadyMessage.Encoded(
                judgement.isWritten() ? message.encode(fields(message, texts, judgement), stamp, mostBytes) : null,
                stamp,
                judgement,
                judgement.isReviewed() ? review(message, texts, judgement, stamp) : null);
    }

    private static List<TranslatedField> fields(
            DecodedMessage message, List<TranslatedText> translations, Judgement judgement) {
        var fields = new ArrayList<TranslatedField>(translations.size());
        for (int i = 0; i < translations.size(); i++) {
            var translation = translations.get(i);
            fields.add(
                    judgement.keepsSource(i)
                            ? new TranslatedField(message.texts().get(i), true)
                            : new TranslatedField(translation.text(), translation.complete()));
        }
        return fields;
    }

    private Review review(
            DecodedMessage message, List<TranslatedText> translations, Judgement judgement, ModelStamp stamp) {
        var poor = judgement.poor().stream()
                .map(i -> new Review.Text(message.fieldOf(i), message.texts().get(i), translations.get(i)))
                .toList();
        return new Review(quality.reviewTopic(), stamp, poor);
    }

    private static long mostBytes(ToLongFunction<String> byTarget, Translations.Step step) {
        return byTarget.applyAsLong(step.target());
    }

    private static CompletableFuture<List<ReadyMessage>> allOf(List<CompletableFuture<ReadyMessage>> parts) {
        return cancelling(
                CompletableFuture.allOf(parts.toArray(CompletableFuture<?>[]::new))
                        .thenApply(done ->
                                parts.stream().map(CompletableFuture::join).toList()),
                parts);
    }

    private static <T> CompletableFuture<T> cancelling(
            CompletableFuture<T> whole, List<? extends CompletableFuture<?>> parts) {
        whole.whenComplete((result, failure) -> {
            if (whole.isCancelled()) {
                parts.forEach(part -> part.cancel(false));
            }
        });
        return whole;
    }
}
