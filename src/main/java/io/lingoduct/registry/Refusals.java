package io.lingoduct.registry;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import java.time.Duration;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * What the registry refused a moment ago, with its reasons, so that thousands of messages with the same fault ask once in a few
 * seconds. Not longer: what is unknown now may be registered soon.
 */
final class Refusals<K> {

    /** For how long the registry is not asked again. */
    static final Duration KEPT = Duration.ofSeconds(5);

    private final Function<String, ? extends RuntimeException> exception;
    private final Cache<K, String> reasons;

    /**
     * @param exception made of a reason
     * @param room for the weights of all that is kept at once
     * @param weight of what was refused
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

    /** Throws what was refused lately again. */
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
