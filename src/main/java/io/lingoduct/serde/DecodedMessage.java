package io.lingoduct.serde;

import java.util.List;
import java.util.Optional;

/** A message whose value was understood: the texts to translate, and the way back to bytes. */
public interface DecodedMessage {

    /** The texts to translate, in the order in which {@link #encode} expects their translations. May be empty texts. */
    List<String> texts();

    /**
     * The path of the field that holds a text, as {@link FieldPath} writes the path that was given for it; empty where the
     * format has no fields.
     *
     * @param text its index in {@link #texts()}
     */
    default String fieldOf(int text) {
        return "";
    }

    /**
     * The text of a field that is only read, such as one that names a language; empty where the format has no fields or the
     * message no such text.
     *
     * @param path in the spelling that was given when the format was made
     * @throws MalformedMessageException if the message holds something else than a text there
     */
    default Optional<String> textAt(String path) {
        return Optional.empty();
    }

    /**
     * Builds the output value. May be called again with the same translations, by another thread too, where a message is processed
     * again.
     *
     * @param translations one for each of {@link #texts()}, in order
     * @param model the model that made them
     * @param maxBytes the most that the value may take
     * @throws IllegalArgumentException if the numbers of texts and translations differ
     * @throws OutputTooLargeException if the value would take more; before anything of its size is made
     * @throws RuntimeException of another type if something that the format asks, such as a schema registry, does not answer
     */
    byte[] encode(List<TranslatedField> translations, ModelStamp model, long maxBytes);
}
