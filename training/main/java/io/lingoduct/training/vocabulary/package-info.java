/**
 * Tokens that text is cut into: parts of words, characters or words. They are learnt from sentences and written as
 * tokenizer.json, and for BPE-dropout the cutting itself is here too.
 *
 * <p>Start reading at {@link VocabularyBuilder}, {@link BpeLearner}, {@link SubwordSampler}.
 *
 * <p>May use {@code model}.
 */
package io.lingoduct.training.vocabulary;
