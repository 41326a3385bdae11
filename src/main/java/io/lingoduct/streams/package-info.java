/**
 * Topics translated from start to end of a service. Each route is a Kafka Streams application of its own; its life, its
 * messages, its topics and its faults have a room each.
 *
 * <p>Start reading at {@link TranslationStream}.
 *
 * <p>May use {@code streams.route}, {@code streams.message}, {@code streams.topics}, {@code streams.fault}, {@code
 * streams.status}, {@code engine}, {@code text}, {@code service}.
 */
package io.lingoduct.streams;
