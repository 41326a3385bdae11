/**
 * Topics read and written line by line. What users do by hand with topics, in clients of their own that tell which setting is wrong.
 *
 * <p>Start reading at {@link TopicReader}, {@link LineProducer}, {@link ValueFormat}.
 *
 * <p>May use {@code kafka}, {@code registry}, {@code serde}, {@code serde.avro}, {@code serde.avro.framing}.
 */
package io.lingoduct.tools;
