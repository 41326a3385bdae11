package io.lingoduct.registry;

import com.github.benmanes.caffeine.cache.Ticker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A registry in the process for one test, and clients of it whose pauses take no time and whose clock stands still unless it is advanced. */
final class RegistryKit implements AfterEachCallback {

    private final RegistryServer server = started();
    private final List<Duration> pauses = new CopyOnWriteArrayList<>();
    private final AtomicLong nanos = new AtomicLong();

    RegistryServer server() {
        return server;
    }

    SchemaRegistry client() {
        return client(RegistrySettings.of(server.url()));
    }

    SchemaRegistry client(RegistrySettings settings) {
        return new SchemaRegistry(settings, pauses::add, new Random(11), ticker());
    }

    /** The pauses between attempts so far, of all clients. */
    List<Duration> pauses() {
        return pauses;
    }

    Ticker ticker() {
        return nanos::get;
    }

    void advance(Duration time) {
        nanos.addAndGet(time.toNanos());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        server.close();
    }

    private static RegistryServer started() {
        try {
            return RegistryServer.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
