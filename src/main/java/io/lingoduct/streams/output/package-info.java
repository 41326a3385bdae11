/**
 * Records on their way to the brokers. Holds each against what its topic takes, and finds the one that a broker has
 * refused among those that failed with it.
 *
 * <p>Start reading at {@link OutputCheck}, {@link Refusals}.
 *
 * <p>May use {@code streams.topics}, {@code streams.fault}, {@code streams.status}, {@code service}.
 */
package io.lingoduct.streams.output;
