package io.lingoduct.training.corpus;

/** A sentence and its translation, normalised. */
public record SentencePair(String source, String target) {}
