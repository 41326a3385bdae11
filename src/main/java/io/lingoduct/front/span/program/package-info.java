/**
 * What programs read in a text: inline code, tags, entities and placeholders.
 *
 * <p>Start reading at {@link BraceFinder}, {@link FormatSpecifierFinder}, {@link TagFinder}.
 *
 * <p>May use {@code front.span.scan}.
 */
package io.lingoduct.front.span.program;
