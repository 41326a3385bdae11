/**
 * Messages that cannot be translated. Decides what becomes of one that failed, and builds the dead letter that its topic
 * takes.
 *
 * <p>Start reading at {@link FaultPolicy}, {@link DeadLetters}.
 *
 * <p>May use {@code streams.fault}, {@code streams.output}, {@code streams.status}, {@code streams.topics}.
 */
package io.lingoduct.streams.deadletter;
