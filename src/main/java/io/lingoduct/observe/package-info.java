/**
 * What this process says to those who watch it, whatever others have put into it: text from elsewhere moves no cursor and forges no line, and a warning
 * that repeats itself a thousand times is one line and a number.
 *
 * <p>Start at {@link io.lingoduct.observe.Printable} and {@link io.lingoduct.observe.RepeatedWarnings}; {@code logback.xml} puts them in
 * place. Uses nothing of the application.
 */
package io.lingoduct.observe;
