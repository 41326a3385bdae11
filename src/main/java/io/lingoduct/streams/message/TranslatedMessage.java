package io.lingoduct.streams.message;

import io.lingoduct.serde.ModelStamp;

/**
 * An output message in the making.
 *
 * @param value the bytes to write
 * @param stamp the languages and the model; the model's name is empty where the texts stayed as they were
 */
public record TranslatedMessage(byte[] value, ModelStamp stamp) {

    public boolean isPassedThrough() {
        return stamp.name().isEmpty();
    }
}
