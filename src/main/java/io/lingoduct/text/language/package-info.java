/**
 * Detection of the language of a text.
 *
 * <p>Start reading at {@link LanguageDetector}.
 *
 * <p>May use nothing of ours.
 */
package io.lingoduct.text.language;
