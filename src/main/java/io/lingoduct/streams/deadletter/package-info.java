/**
 * Messages that cannot be translated. Decides whether a failure is the message's or the service's, and builds the dead
 * letter.
 *
 * <p>Start reading at {@link FaultPolicy}, {@link DeadLetters}.
 *
 * <p>May use {@code streams.output}, {@code streams.topics}, {@code streams.fault}, {@code streams.status}, {@code
 * engine}, {@code model}, {@code serde}, {@code registry}.
 */
package io.lingoduct.streams.deadletter;
