/**
 * Failures, by who is to blame. Says of every exception whether its message becomes a dead letter or is read again, and
 * has an exception for each thing that can be wrong with a message, a route or the service.
 *
 * <p>Start reading at {@link MessageFault}, {@link FaultTable}.
 *
 * <p>May use {@code engine}, {@code model}, {@code registry}, {@code serde}, {@code streams.status}.
 */
package io.lingoduct.streams.fault;
