/**
 * Probes, status, models and routes over HTTP. Who may ask is decided here, and how much is taken from anybody.
 *
 * <p>Start reading at {@link AdminRequests}, {@link Readiness}, {@link AdminHandler}.
 *
 * <p>May use {@code serving}, {@code service}, {@code engine}, {@code model}, {@code streams}, {@code config}, {@code observe}.
 */
package io.lingoduct.admin;
