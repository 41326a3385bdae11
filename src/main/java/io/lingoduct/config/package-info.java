/**
 * YAML read key by key, all faults at once. Each key is declared where its value is used: help texts, options of commands and
 * documents come from the declarations. Secrets are known by their names, and never shown.
 *
 * <p>Start reading at {@link ConfigReader}, {@link Key}, {@link Settings}.
 *
 * <p>May use {@code config.names}, {@code config.yaml}.
 */
package io.lingoduct.config;
