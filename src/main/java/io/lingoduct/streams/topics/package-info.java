/**
 * Topics as their brokers describe them. Looks up, creates and remembers what a topic takes, and asks for the
 * permissions that a route needs.
 *
 * <p>Start reading at {@link Topics}, {@link TopicBook}.
 *
 * <p>May use {@code streams.message}, {@code streams.fault}, {@code service}, {@code kafka}.
 */
package io.lingoduct.streams.topics;
