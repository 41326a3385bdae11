/**
 * Lines of text out of streams and files. Only a line feed ends a line, so that line N of one file stays beside line N of
 * another.
 *
 * <p>Start reading at {@link LineReader}, {@link LineFile}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.text.lines;
