package io.lingoduct.streams;

import io.lingoduct.serde.ModelStamp;

/**
 * A message's value after its translation.
 *
 * @param bytes as they go into the output topic
 * @param model the model that made it
 */
record TranslatedValue(byte[] bytes, ModelStamp model) {}
