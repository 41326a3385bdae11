package io.lingoduct.service;

/** What happens to a text whose translation is estimated to be worse than the route wants it. */
public enum BelowQuality {
    /** It is written as any other. */
    PASS,
    /** The text stays as it was. */
    KEEP_SOURCE,
    /** It is written as any other, and goes to the review topic with its source and the reasons. */
    REVIEW,
    /** Its message goes to the review topic instead of the output. */
    REVIEW_ONLY;

    /** Whether there is something to review. */
    public boolean reviews() {
        return this == REVIEW || this == REVIEW_ONLY;
    }
}
