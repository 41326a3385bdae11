package io.lingoduct.streams.message;

import io.lingoduct.engine.TextTranslator;
import io.lingoduct.serde.DecodedMessage;
import java.util.List;
import java.util.Set;
import org.apache.kafka.common.header.Headers;

/** Choice of the translations that a route makes of a message, and of the models that make them. */
public interface Translations {

    /**
     * One translation to make.
     *
     * @param source BCP 47 tag; {@value #UNDETERMINED} where the texts are in no language
     * @param target BCP 47 tag
     * @param translator null where the texts are to stay as they are
     */
    record Step(String source, String target, TextTranslator translator) {

        static final String UNDETERMINED = "und";

        static Step by(TextTranslator translator) {
            var model = translator.model();
            return new Step(model.sourceLanguage(), model.targetLanguage(), translator);
        }

        static Step passThrough(String source, String target) {
            return new Step(source, target, null);
        }
    }

    /**
     * The translations of a message, at least one.
     *
     * @throws io.lingoduct.streams.fault.UnknownLanguageException if the message does not say its languages
     * @throws io.lingoduct.streams.fault.NoModelException if there is no model for one of them
     */
    List<Step> of(Headers headers, DecodedMessage message);

    /**
     * The target languages of a message without a value, at least one.
     *
     * @throws io.lingoduct.streams.fault.UnknownLanguageException if the message does not say them
     * @throws io.lingoduct.streams.fault.NoModelException if there is no model for one of them
     */
    List<String> targetsOf(Headers headers);

    /** All target languages that may ever occur. */
    Set<String> targets();

    /** Everything by one model. */
    static Translations by(TextTranslator translator) {
        return new Translations() {

            @Override
            public List<Step> of(Headers headers, DecodedMessage message) {
                return List.of(Step.by(translator));
            }

            @Override
            public List<String> targetsOf(Headers headers) {
                return List.copyOf(targets());
            }

            @Override
            public Set<String> targets() {
                return Set.of(translator.model().targetLanguage());
            }
        };
    }
}
