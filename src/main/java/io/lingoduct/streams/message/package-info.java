/**
 * One input value turned into output values. A route decodes a message, chooses models by its languages, has the texts
 * translated and encodes one output for each target language.
 *
 * <p>Start reading at {@link Route}, {@link ModelChoice}, {@link RouteFactory}.
 *
 * <p>May use {@code streams.fault}, {@code engine}, {@code model}, {@code text}, {@code serde}, {@code registry}, {@code
 * service}, {@code config}.
 */
package io.lingoduct.streams.message;
