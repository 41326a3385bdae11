/**
 * Avro records of which named fields are translated, and the project's own requests. A user's record is scanned along its schema for
 * the places of its texts; the output is the input with these places replaced, bit for bit.
 *
 * <p>Start reading at {@link AvroRecordFormat}, {@link RecordPlan}, {@link AvroScan}, {@link AvroSplicer}.
 *
 * <p>May use {@code avro}, {@code observe}, {@code serde}, {@code serde.avro.framing}, {@code serde.avro.schema}.
 */
package io.lingoduct.serde.avro;
