/**
 * Topics read and written line by line. What users do by hand with topics, in clients of their own that tell which setting is wrong.
 *
 * <p>Start reading at {@link TopicReader}, {@link LineProducer}, {@link ValueFormat}.
 *
 * <p>May use {@code serde}, {@code registry}, {@code kafka}, {@code observe}.
 */
package io.lingoduct.tools;
