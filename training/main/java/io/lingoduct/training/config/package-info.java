/**
 * A training configuration, section by section. Each section declares its keys and makes of them the record that its part of
 * a run is built from.
 *
 * <p>Start reading at {@link RunConfigFile}, {@link RunConfig}.
 *
 * <p>May use {@code loop}, {@code network}, {@code shortlist}, {@code vocabulary}, {@code corpus}; of the application
 * {@code config}, {@code text}.
 */
package io.lingoduct.training.config;
