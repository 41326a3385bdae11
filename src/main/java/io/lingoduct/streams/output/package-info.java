/**
 * Records on their way to the brokers. Holds each against what its topic takes, and finds the one that a broker has
 * refused among those that failed with it.
 *
 * <p>Start reading at {@link OutputCheck}, {@link Refusals}.
 *
 * <p>May use {@code service}, {@code streams.fault}, {@code streams.status}, {@code streams.topics}.
 */
package io.lingoduct.streams.output;
