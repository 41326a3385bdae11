package io.lingoduct.front;

/** What stands between texts and one model. Implementations are safe to use from many threads. */
public interface Front {

    /**
     * Takes a text of any length apart into what the model is to translate, and what is kept.
     *
     * @param tokens asked on the calling thread, while this runs
     */
    PreparedText prepare(String text, TextOptions options, SegmentTokens tokens);
}
