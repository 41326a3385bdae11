package io.lingoduct.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Refusals of the registry of a moment ago, with their reasons, so that thousands of messages with the same fault ask once in a few
 * seconds. Not longer: what is unknown now may be registered soon.
 */
final class Refusals<K> {

    /** Time for which the registry is not asked again. */
    static final Duration KEPT = Duration.ofSeconds(5);

    private final Function<String, ? extends RuntimeException> exception;
    private final Cache<K, String> reasons;

    /**
     * @param exception made of a reason
     * @param room for the weights of all keys
     * @param weight of a key
     */
    Refusals(
            Function<String, ? extends RuntimeException> exception, long room, ToIntFunction<K> weight, Ticker ticker) {
        this.exception = exception;
        this.reasons = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumWeight(room)
                .weigher((K key, String reason) -> weight.applyAsInt(key))
                .ticker(ticker)
                .executor(Runnable::run)
                .build();
    }

    /** Throws a refusal of late again. */
    void check(K key) {
        var reason = reasons.getIfPresent(key);
        if (reason != null) {
            throw exception.apply(reason);
        }
    }

    /** @return the same exception */
    <E extends RuntimeException> E remember(K key, E refusal) {
        reasons.put(key, refusal.getMessage());
        return refusal;
    }

    void forget(K key) {
        reasons.invalidate(key);
    }
}
