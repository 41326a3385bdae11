/**
 * YAML read key by key, with values from outside put in and all faults reported at once. Each key is declared once, where
 * its value is used; help texts and documents come from the declarations.
 *
 * <p>Start reading at {@link ConfigReader}, {@link Key}, {@link Secrets}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.config;
