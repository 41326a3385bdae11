package io.lingoduct.model.runtime;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/** Native memory must outlive every call that uses it: calls share a lock, and closing takes it alone. */
final class UntilClosed {

    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private boolean closed;

    /** @throws IllegalStateException if it is closed */
    <T> T call(Supplier<T> call) {
        use.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the translator is closed");
            }
            return call.get();
        } finally {
            use.readLock().unlock();
        }
    }

    /** Waits for calls that are going on, then frees what they used; the first time only. */
    void close(Runnable free) {
        use.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                free.run();
            }
        } finally {
            use.writeLock().unlock();
        }
    }
}
