package io.lingoduct.streams.prefetch;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.lingoduct.streams.message.Incoming;
import io.lingoduct.streams.message.ReadyMessage;
import io.lingoduct.streams.message.Route;
import io.lingoduct.streams.status.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Translations that a stream thread had to wait for, or that take long for their length. While it waited, the transaction
 * with the messages before may have timed out; then all of them are read again. If such a translation began anew each time,
 * its message would time out every transaction it is ever in, and its partition would stand still for good.
 *
 * <p>An accelerator like the {@link PrefetchBuffer}: a translation is handed out for the record it was made for only, and
 * whoever finds nothing translates anew. What is not asked for again goes after a while, and with it what would take too
 * much memory.
 */
public final class SlowTranslations {

    // Values alone; with their texts and translations they take some ten times as much.
    private static final long MOST_BYTES =
            Math.min(16 << 20, Runtime.getRuntime().maxMemory() / 64);
    private static final Duration KEPT = Duration.ofMinutes(10);

    private record Place(Route route, Origin origin) {}

    private record Slow(Incoming message, CompletableFuture<List<ReadyMessage>> translation) {}

    // Caffeine would tidy up on threads of the common pool.
    private final Cache<Place, Slow> translations = Caffeine.newBuilder()
            .maximumWeight(MOST_BYTES)
            .weigher((Place place, Slow slow) -> slow.message.value().length)
            .expireAfterWrite(KEPT)
            .executor(Runnable::run)
            .build();

    public void keep(Route route, Origin origin, Incoming message, CompletableFuture<List<ReadyMessage>> translation) {
        translations.put(new Place(route, origin), new Slow(message, translation));
    }

    /** One that has not failed; cancelling what is returned leaves it under way for others. */
    public Optional<CompletableFuture<List<ReadyMessage>>> find(Route route, Origin origin, Incoming message) {
        return Optional.ofNullable(translations.getIfPresent(new Place(route, origin)))
                .filter(slow -> slow.message.isSameAs(message))
                .map(Slow::translation)
                .filter(translation -> !translation.isCompletedExceptionally())
                .map(CompletableFuture::copy);
    }
}
