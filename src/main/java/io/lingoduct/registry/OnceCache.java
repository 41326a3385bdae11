package io.lingoduct.registry;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Weigher;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Function;

/**
 * A cache, bounded by weight, that loads the same key once even if many threads ask for it together: the
 * first loads, the others wait for it and share its fate. Failures are not kept. A concurrent map's own
 * {@code computeIfAbsent} would also hold up threads that ask for other keys.
 */
final class OnceCache<K, V> {

    private final ConcurrentMap<K, CompletableFuture<V>> values;

    /**
     * @param room for the weights of all values; those not asked for lately go first
     * @param weigher of values
     */
    OnceCache(long room, Weigher<K, V> weigher) {
        values = Caffeine.newBuilder()
                .maximumWeight(room)
                .weigher(weigher)
                .executor(Runnable::run)
                .<K, V>buildAsync()
                .asMap();
    }

    V get(K key, Function<K, V> load) {
        var known = values.get(key);
        if (known == null) {
            var mine = new CompletableFuture<V>();
            known = values.putIfAbsent(key, mine);
            if (known == null) {
                return load(key, load, mine);
            }
        }
        return await(known);
    }

    void put(K key, V value) {
        values.putIfAbsent(key, CompletableFuture.completedFuture(value));
    }

    private V load(K key, Function<K, V> load, CompletableFuture<V> mine) {
        try {
            V value = load.apply(key);
            mine.complete(value);
            return value;
        } catch (RuntimeException | Error e) {
            values.remove(key, mine);
            mine.completeExceptionally(e);
            throw e;
        }
    }

    private static <V> V await(CompletableFuture<V> loading) {
        try {
            return loading.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }
}
