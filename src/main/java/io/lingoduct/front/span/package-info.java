/**
 * Stretches of a text that must come through a translation as they are. A finder marks them, one kind after the other, in time that grows
 * linearly with the text.
 *
 * <p>Start reading at {@link SpanFinder}, {@link EmojiFinder}, {@link KeepPatterns}.
 *
 * <p>May use {@code front.span.address}, {@code front.span.code}, {@code front.span.program}, {@code front.span.scan}.
 */
package io.lingoduct.front.span;
