/**
 * Models that are watched and replaced. Each bundle of a service is loaded once, within the memory that all of them may take; a
 * new bundle in its folder is checked, loaded and taken, or refused.
 *
 * <p>Start reading at {@link ServedModel}, {@link LoadedModels}, {@link ModelWatch}.
 *
 * <p>May use {@code config}, {@code engine}, {@code model}, {@code model.bundle}, {@code model.runtime}, {@code service},
 * {@code streams.status}.
 */
package io.lingoduct.serving;
