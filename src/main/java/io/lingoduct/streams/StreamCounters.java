package io.lingoduct.streams;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what the stream does. After a failure some records are processed, and counted, again. */
final class StreamCounters {

    final AtomicLong translated = new AtomicLong();
    final AtomicLong passedThrough = new AtomicLong();
    final AtomicLong deadLettered = new AtomicLong();
    final AtomicLong prefetched = new AtomicLong();

    StreamFigures figures() {
        return new StreamFigures(translated.get(), passedThrough.get(), deadLettered.get(), prefetched.get());
    }
}
