/**
 * Contract between an engine and a model. A translator turns a batch of encoded segments into translations, as search options
 * say; it is synchronous, stateless and safe to call from many threads.
 *
 * <p>Start reading at {@link Translator}, {@link SearchOptions}.
 *
 * <p>May use {@code config}.
 */
package io.lingoduct.model;
