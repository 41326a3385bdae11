package io.lingoduct.streams.status;

import java.util.concurrent.atomic.AtomicLong;

/** Counts what the stream does. After a failure some records are processed, and counted, again. */
public final class StreamCounters {

    public final AtomicLong translated = new AtomicLong();
    public final AtomicLong passedThrough = new AtomicLong();
    public final AtomicLong deadLettered = new AtomicLong();
    public final AtomicLong prefetched = new AtomicLong();

    public StreamFigures figures() {
        return new StreamFigures(translated.get(), passedThrough.get(), deadLettered.get(), prefetched.get());
    }
}
