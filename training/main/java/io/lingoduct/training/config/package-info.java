/**
 * A training configuration, section by section. Each section declares its keys and makes of them the record that its part of
 * a run is built from.
 *
 * <p>Start reading at {@link RunConfigFile}, {@link RunConfig}.
 *
 * <p>May use {@code config}, {@code config.names}, {@code text.metrics}, {@code training.augment}, {@code training.corpus},
 * {@code training.loop.settings}, {@code training.network}, {@code training.shortlist}, {@code training.vocabulary}.
 */
package io.lingoduct.training.config;
