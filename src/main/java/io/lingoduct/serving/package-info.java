/**
 * Models that are watched and replaced. Each bundle of a service is loaded once, within the memory that all of them may take; a
 * new bundle in its folder is checked, loaded and taken, or refused.
 *
 * <p>Start reading at {@link ServedModel}, {@link LoadedModels}, {@link ModelWatch}.
 *
 * <p>May use {@code engine}, {@code model}, {@code service}, {@code config}, {@code text}, of {@code streams} the figures only.
 */
package io.lingoduct.serving;
