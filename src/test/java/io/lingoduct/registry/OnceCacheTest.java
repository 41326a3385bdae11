package io.lingoduct.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class OnceCacheTest {

    private final OnceCache<String, Integer> cache = new OnceCache<>(100, (key, value) -> 1);
    private final AtomicInteger loads = new AtomicInteger();
    private final CountDownLatch release = new CountDownLatch(1);

    @Test
    void shouldLoadOnceForThreadsThatAskTogether() throws InterruptedException {
        var results = askWithFiveThreads(key -> {
            waitForRelease();
            return loads.incrementAndGet();
        });

        assertThat(results).containsExactly(1, 1, 1, 1, 1);
    }

    @Test
    void shouldFailForAllThatWaitedAndLoadAgainForTheNext() throws InterruptedException {
        var results = askWithFiveThreads(key -> {
            waitForRelease();
            loads.incrementAndGet();
            throw new IllegalStateException("down");
        });

        assertThat(results).hasSize(5).allSatisfy(result -> assertThat(result)
                .isInstanceOf(IllegalStateException.class));
        assertThat(loads).hasValue(1);
        assertThat(cache.get("key", key -> 7)).isEqualTo(7);
    }

    @Test
    void shouldNotHoldUpOtherKeysWhileOneIsLoaded() {
        int nested = cache.get("key", key -> cache.get("other", other -> 1) + cache.get("third", third -> 2));

        assertThat(nested).isEqualTo(3);
    }

    @Test
    void shouldKeepWhatItHasWhenSomethingElseIsPut() {
        cache.put("key", 1);
        cache.put("key", 2);

        assertThat(cache.get("key", key -> 3)).isEqualTo(1);
    }

    @Test
    void shouldPassErrorsOnToTheThreadThatLoads() {
        assertThatThrownBy(() -> cache.get("key", key -> {
                    throw new OutOfMemoryError("test");
                }))
                .isInstanceOf(OutOfMemoryError.class);
        assertThat(cache.get("key", key -> 7)).isEqualTo(7);
    }

    /** What each thread got: a value, or the exception. Released when one loads and four wait. */
    private List<Object> askWithFiveThreads(Function<String, Integer> load) throws InterruptedException {
        var results = new CopyOnWriteArrayList<Object>();
        var threads = IntStream.range(0, 5)
                .mapToObj(i -> new Thread(() -> {
                    try {
                        results.add(cache.get("key", load));
                    } catch (IllegalStateException | CompletionException e) {
                        results.add(e);
                    }
                }))
                .toList();
        threads.forEach(Thread::start);
        await().until(() -> threads.stream().allMatch(thread -> thread.getState() == Thread.State.WAITING));
        release.countDown();
        for (var thread : threads) {
            thread.join();
        }
        return results;
    }

    private void waitForRelease() {
        try {
            release.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
