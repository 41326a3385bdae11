package io.lingoduct.streams;

import io.lingoduct.serde.ModelStamp;

/**
 * An output message in the making.
 *
 * @param value the bytes to write
 * @param stamp the languages and the model; the model's name is empty where the texts stayed as they were
 */
record TranslatedMessage(byte[] value, ModelStamp stamp) {

    boolean isPassedThrough() {
        return stamp.name().isEmpty();
    }
}
