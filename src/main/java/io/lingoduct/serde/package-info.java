/**
 * Bytes of a message to the texts in it, and back with their translations. A format decodes a value, names its texts and its fields
 * by {@link FieldPath}, and writes the output with everything else kept.
 *
 * <p>Start reading at {@link MessageFormat}, {@link DecodedMessage}, {@link TextFormat}, {@link FieldPath}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.serde;
