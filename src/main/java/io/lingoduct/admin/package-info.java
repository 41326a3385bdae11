/**
 * Probes, status, models and routes over HTTP. Who may ask is decided here, and how much is taken from anybody.
 *
 * <p>Start reading at {@link AdminRequests}, {@link Readiness}, {@link AdminHandler}.
 *
 * <p>May use {@code config}, {@code engine}, {@code model}, {@code observe}, {@code service}, {@code serving},
 * {@code streams.status}.
 */
package io.lingoduct.admin;
