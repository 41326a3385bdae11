package io.lingoduct.streams;

import io.lingoduct.engine.TextTranslator;
import io.lingoduct.engine.TranslatedText;
import io.lingoduct.model.ModelInfo;
import io.lingoduct.serde.DecodedMessage;
import io.lingoduct.serde.MessageFormat;
import io.lingoduct.serde.ModelStamp;
import io.lingoduct.serde.TranslatedField;
import java.util.List;
import java.util.concurrent.CompletableFuture;

/**
 * One translation path at run time: turns input values into output values. Safe to use from many threads; two routes are
 * equal only if they are the same object.
 */
final class Route {

    private final List<String> from;
    private final String to;
    private final MessageFormat format;
    private final TextTranslator translator;
    private final int maxRecordBytes;

    /**
     * @param maxRecordBytes largest record, key and headers included, that the output topic takes
     */
    Route(List<String> from, String to, MessageFormat format, TextTranslator translator, int maxRecordBytes) {
        this.from = List.copyOf(from);
        this.to = to;
        this.format = format;
        this.translator = translator;
        this.maxRecordBytes = maxRecordBytes;
    }

    List<String> from() {
        return from;
    }

    String to() {
        return to;
    }

    int maxRecordBytes() {
        return maxRecordBytes;
    }

    /**
     * Translates a value that is not null. Never throws: whatever goes wrong completes the future, since one caller is a
     * consumer interceptor, whose exceptions nobody would see. Cancelling the future cancels the translation.
     */
    CompletableFuture<TranslatedValue> translate(byte[] value) {
        try {
            var message = format.decode(value);
            var translations = translator.translateAll(message.texts());
            var result = CompletableFuture.allOf(translations.toArray(CompletableFuture<?>[]::new))
                    .thenApply(done -> encode(message, translations));
            result.whenComplete((encoded, failure) -> {
                if (result.isCancelled()) {
                    translations.forEach(translation -> translation.cancel(false));
                }
            });
            return result;
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private TranslatedValue encode(DecodedMessage message, List<CompletableFuture<TranslatedText>> translations) {
        var texts = translations.stream().map(CompletableFuture::join).toList();
        // The model may have been replaced since: what made the texts counts, not what would make them now.
        var model = stamp(texts.isEmpty() ? translator.model() : texts.get(0).model());
        var fields = texts.stream()
                .map(text -> new TranslatedField(text.text(), text.complete()))
                .toList();
        return new TranslatedValue(message.encode(fields, model), model);
    }

    private static ModelStamp stamp(ModelInfo info) {
        return new ModelStamp(info.name(), info.version(), info.sourceLanguage(), info.targetLanguage());
    }
}
