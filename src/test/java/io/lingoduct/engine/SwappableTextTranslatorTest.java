package io.lingoduct.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.model.SearchOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SwappableTextTranslatorTest {

    private static final EngineOptions OPTIONS =
            EngineOptions.defaults().withLinger(Duration.ZERO).withParallelRuns(2);

    private SwappableTextTranslator texts;

    @AfterEach
    void close() {
        texts.close(Duration.ZERO);
    }

    @Test
    void shouldTranslateEachTextWithOneVersionWhileModelsAreReplaced() throws Exception {
        int callers = 4;
        var replaced = new AtomicBoolean();
        var versions = new ArrayList<VersionedTranslator>(List.of(VersionedTranslator.of("0")));
        start(versions.get(0));
        var done = new AtomicInteger();
        var results = new ArrayList<CompletableFuture<List<TranslatedText>>>();
        var threads = Executors.newFixedThreadPool(callers);
        for (int caller = 0; caller < callers; caller++) {
            results.add(CompletableFuture.supplyAsync(
                    () -> {
                        var translated = new ArrayList<TranslatedText>();
                        while (!replaced.get()) {
                            translated.add(texts.translate("One here. Two there. Three.")
                                    .join());
                            done.incrementAndGet();
                        }
                        return translated;
                    },
                    threads));
        }
        threads.shutdown();
        var gone = new ArrayList<CompletableFuture<Void>>();
        for (int version = 1; version <= 5; version++) {
            int enough = version * 1_000;
            Awaitility.await().pollInterval(Duration.ofMillis(2)).until(() -> done.get() >= enough);
            versions.add(VersionedTranslator.of("" + version));
            gone.add(texts.swap(versions.get(version), OPTIONS));
        }
        replaced.set(true);

        var all = results.stream().flatMap(result -> result.join().stream()).toList();
        assertThat(all).hasSizeGreaterThanOrEqualTo(5_000).allSatisfy(text -> {
            var version = text.model().version();
            assertThat(text.text()).isEqualTo("<%1$s> <%1$s> <%1$s>", version);
        });
        assertThat(all.stream().map(text -> text.model().version()).distinct().count())
                .isGreaterThan(2);
        CompletableFuture.allOf(gone.toArray(CompletableFuture[]::new)).get(30, TimeUnit.SECONDS);
        assertThat(versions.subList(0, 5)).allSatisfy(old -> {
            assertThat(old.closings).hasValue(1);
            assertThat(old.runsAfterClose).hasValue(0);
        });
        assertThat(versions.get(5).isClosed()).isFalse();
    }

    @Test
    void shouldCloseTheOldVersionAfterItsLastBatch() throws Exception {
        var old = VersionedTranslator.gated("1");
        start(old);
        var group = texts.translateAll(SourceText.plain(List.of("one", "two")));
        Awaitility.await().until(() -> old.runs.get() > 0);

        var gone = texts.swap(VersionedTranslator.of("2"), OPTIONS);

        assertThat(texts.translate("three").get(10, TimeUnit.SECONDS).text()).isEqualTo("<2>");
        assertThat(gone).isNotDone();
        assertThat(old.isClosed()).isFalse();
        old.openGate();
        assertThat(gone).succeedsWithin(Duration.ofSeconds(10));
        assertThat(old.closings).hasValue(1);
        assertThat(group)
                .allSatisfy(text -> assertThat(text.join().model().version()).isEqualTo("1"));
    }

    @Test
    void shouldCloseAnIdleVersionAtOnce() {
        var old = VersionedTranslator.of("1");
        start(old);

        assertThat(texts.swap(VersionedTranslator.of("2"), OPTIONS)).succeedsWithin(Duration.ofSeconds(10));

        assertThat(old.closings).hasValue(1);
        assertThat(texts.model().version()).isEqualTo("2");
    }

    @Test
    void shouldLetGoOfTheOldVersionWhenItsTextsAreCancelled() {
        var old = VersionedTranslator.gated("1");
        start(old);
        var text = texts.translate("never wanted");
        var gone = texts.swap(VersionedTranslator.of("2"), OPTIONS);
        text.cancel(false);
        old.openGate();

        assertThat(gone).succeedsWithin(Duration.ofSeconds(10));
        assertThat(old.runsAfterClose).hasValue(0);
    }

    @Test
    void shouldNotAnswerFromTheCacheOfTheOldVersion() {
        var cached = OPTIONS.withCacheSegments(100);
        texts = new SwappableTextTranslator(VersionedTranslator.of("1"), cached);
        texts.translate("again").join();
        texts.translate("again").join();
        assertThat(texts.stats().cacheHits()).isEqualTo(1);

        texts.swap(VersionedTranslator.of("2"), cached);

        assertThat(texts.translate("again").join().text()).isEqualTo("<2>");
    }

    @Test
    void shouldKeepTheOldVersionWhenTheLanguagesAreOthers() {
        start(VersionedTranslator.of("1"));
        var french = VersionedTranslator.into("fr");

        assertThatThrownBy(() -> texts.swap(french, OPTIONS))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("en to fr")
                .hasMessageContaining("en to de");

        assertThat(texts.translate("still").join().text()).isEqualTo("<1>");
        assertThat(french.isClosed()).isFalse();
    }

    @Test
    void shouldKeepTheOldVersionWhenTheNewOneCannotBeSearched() {
        start(VersionedTranslator.of("1"));

        assertThatThrownBy(() -> texts.swap(VersionedTranslator.of("2"), OPTIONS.withSearch(SearchOptions.beam(4))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("beam size 4");

        assertThat(texts.translate("still").join().text()).isEqualTo("<1>");
    }

    @Test
    void shouldCloseWhatServesAndWhatIsBeingRetired() {
        var old = VersionedTranslator.gated("1");
        var next = VersionedTranslator.of("2");
        start(old);
        var text = texts.translate("held up");
        var gone = texts.swap(next, OPTIONS);

        texts.close(Duration.ZERO);

        assertThat(text).isCompletedExceptionally();
        old.openGate();
        assertThat(gone).succeedsWithin(Duration.ofSeconds(10));
        assertThat(old.closings).hasValue(1);
        assertThat(next.closings).hasValue(1);
    }

    private void start(VersionedTranslator translator) {
        texts = new SwappableTextTranslator(translator, OPTIONS);
    }
}
