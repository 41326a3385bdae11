/**
 * A broker in the process, and a session with it. The demo reaches the model only through the topics, as any application would.
 *
 * <p>Start reading at {@link Demo}, {@link EmbeddedBroker}.
 *
 * <p>May use {@code engine}, {@code model}, {@code model.bundle}, {@code model.runtime}, {@code observe}, {@code service},
 * {@code streams}, {@code streams.topics}.
 */
package io.lingoduct.demo;
