package io.lingoduct.engine;

import io.lingoduct.model.TranslationException;
import java.time.Duration;

/** The texts of a message are more than the engine may work on: says something about the message, nothing about the load. */
public final class TextLimitException extends TranslationException {

    private TextLimitException(String message) {
        super(message);
    }

    static TextLimitException tooLarge(long bytes, int limit) {
        return new TextLimitException("the message's texts have " + bytes
                + " bytes in UTF-8; engine.max-text-bytes allows " + limit + " for a message");
    }

    static TextLimitException tooMuchWork(Duration limit) {
        return new TextLimitException("the message's texts have taken more than " + limit.toSeconds()
                + " s of processor time, which is what engine.message-work-seconds allows for a message");
    }
}
