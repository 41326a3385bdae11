package io.lingoduct.bench;

import io.lingoduct.model.EncodedSegment;
import java.util.List;

/** Translates a batch on the calling thread; element i of the result is the translation of element i. */
interface BatchTranslator extends AutoCloseable {

    List<String> translate(List<EncodedSegment> batch);

    /** What is shared with others stays open. */
    @Override
    default void close() {}
}
