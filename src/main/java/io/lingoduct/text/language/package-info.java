/**
 * Detection of the language of a text.
 *
 * <p>Start reading at {@link LanguageDetector}.
 *
 * <p>May use nothing of the application.
 */
package io.lingoduct.text.language;
