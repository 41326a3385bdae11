/**
 * A broker in the process, and a session with it. The demo reaches the model only through the topics, as any application would.
 *
 * <p>Start reading at {@link Demo}, {@link EmbeddedBroker}.
 *
 * <p>May use {@code streams}, {@code service}, {@code engine}, {@code model}, {@code text}, {@code serde}, {@code config},
 * {@code observe}.
 */
package io.lingoduct.demo;
