/**
 * Log lines and messages that are fit for a terminal, whatever others have put into them. Text from elsewhere moves no
 * cursor and forges no line, and a warning that repeats itself a thousand times is one line and a number;
 * {@code logback.xml} puts both in place.
 *
 * <p>Start reading at {@link Printable}, {@link RepeatedWarnings}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.observe;
