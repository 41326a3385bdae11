/**
 * Stretches of a text that must come through a translation as they are. A finder marks them, one kind after the other, in time that grows
 * linearly with the text.
 *
 * <p>Start reading at {@link SpanFinder}, {@link SpanRule}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.front.span;
