/**
 * Headers before Avro records that name the schema of a record: ids of a registry, and fingerprints of Avro's single-object encoding.
 *
 * <p>Start reading at {@link SchemaFraming}, {@link RegistryFraming}.
 *
 * <p>May use {@code observe}, {@code registry}, {@code serde}, {@code serde.avro.schema}.
 */
package io.lingoduct.serde.avro.framing;
