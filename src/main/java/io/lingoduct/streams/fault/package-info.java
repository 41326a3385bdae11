/**
 * Failures, by who must act. An exception for each thing that can be wrong with a message, a route or the service.
 *
 * <p>Start reading at {@link StreamStartException}.
 *
 * <p>May use {@code streams.status}.
 */
package io.lingoduct.streams.fault;
