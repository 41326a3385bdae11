/**
 * Topics as their brokers describe them. Looks up, creates and remembers what a topic takes, and asks for the
 * permissions that a route needs.
 *
 * <p>Start reading at {@link Topics}, {@link TopicBook}.
 *
 * <p>May use {@code kafka}, {@code service}, {@code streams.fault}, {@code streams.message}.
 */
package io.lingoduct.streams.topics;
