package io.lingoduct.front;

/** Tokens of segments, as a model's tokenizer has them. */
public interface SegmentTokens {

    /** Number of tokens of a segment of any length, end-of-sentence not among them. */
    int count(String segment);

    /** Whether a segment is anything to the model; what is not stays as it is. */
    boolean accept(String segment);
}
