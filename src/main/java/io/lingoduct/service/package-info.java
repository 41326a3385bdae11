/**
 * Configuration of a service: topics, models, and the care for both. It is read from a file of {@code serve} or from its
 * options, checked as a whole, and written back as it is in force.
 *
 * <p>Start reading at {@link ServeConfig}, {@link RouteConfig}.
 *
 * <p>May use {@code config}, {@code config.names}, {@code engine}, {@code front}, {@code front.markup},
 * {@code front.number}, {@code front.span}, {@code model}, {@code registry}.
 */
package io.lingoduct.service;
