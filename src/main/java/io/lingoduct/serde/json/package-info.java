/**
 * JSON values of which named fields are translated. The value is scanned once for the places of its texts; the output is the input
 * with these places replaced, byte for byte.
 *
 * <p>Start reading at {@link JsonFormat}, {@link JsonScan}.
 *
 * <p>May use {@code serde}.
 */
package io.lingoduct.serde.json;
