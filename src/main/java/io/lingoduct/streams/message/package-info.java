/**
 * One input value turned into output values. A route decodes a message, chooses models by its languages, has the texts
 * translated and encodes one output for each target language.
 *
 * <p>Start reading at {@link Route}, {@link ModelChoice}, {@link RouteFactory}.
 *
 * <p>May use {@code config}, {@code config.names}, {@code engine}, {@code front}, {@code front.markup}, {@code model},
 * {@code registry}, {@code serde}, {@code serde.avro}, {@code serde.avro.framing}, {@code serde.json}, {@code service},
 * {@code streams.fault}, {@code streams.quality}, {@code text.language}.
 */
package io.lingoduct.streams.message;
