/**
 * Topics translated from start to end of a service. Each route is a Kafka Streams application of its own; its life, its
 * messages, its topics and its faults have a room each.
 *
 * <p>Start reading at {@link TranslationStream}.
 *
 * <p>May use {@code engine}, {@code service}, {@code streams.fault}, {@code streams.message}, {@code streams.route},
 * {@code streams.status}, {@code streams.topics}, {@code text.language}.
 */
package io.lingoduct.streams;
