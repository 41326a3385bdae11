/**
 * What a service is told: which topics to translate with which models, and how it is looked after. Read from a file of
 * {@code serve} or from its options, checked as a whole, and written back as it is in force.
 *
 * <p>Start reading at {@link ServeConfig}, {@link RouteConfig}.
 *
 * <p>May use {@code config}, {@code engine}, {@code model}, {@code registry}.
 */
package io.lingoduct.service;
