package io.lingoduct.text.segment;

/** Takes the part [start, end) of a text. */
@FunctionalInterface
interface SpanConsumer {

    void accept(int start, int end);
}
