package io.lingoduct.registry;

import static io.lingoduct.registry.RegistrySettingsBuilder.settings;
import static io.lingoduct.registry.TestSchemas.ARTICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Failures that may pass: requests are repeated, and for how long. */
class RegistryRetriesTest {

    @RegisterExtension
    private final RegistryKit kit = new RegistryKit();

    private final RegistryServer server = kit.server();

    @ParameterizedTest
    @ValueSource(ints = {408, 429, 500, 502, 503, 504})
    void shouldTryAgainWhenTheFailureMayPass(int status) {
        server.faults().failNext(3, status);

        assertThat(kit.client().register("news-value", ARTICLE)).isEqualTo(1);
        assertThat(server.requests()).hasSize(4);
    }

    @Test
    void shouldPauseTwiceAsLongEachTimeLessARandomShare() {
        server.faults().failNext(7, 503);

        kit.client(settings(server.url()).retries(7).build()).register("news-value", ARTICLE);

        var limits = List.of(100, 200, 400, 800, 1600, 2000, 2000);
        assertThat(kit.pauses()).hasSameSizeAs(limits).doesNotHaveDuplicates();
        for (int i = 0; i < limits.size(); i++) {
            assertThat(kit.pauses().get(i).toMillis()).isBetween(limits.get(i) / 2L, (long) limits.get(i));
        }
    }

    @Test
    void shouldTryAgainWhenTheConnectionBreaks() {
        server.faults().dropNext(2);

        assertThat(kit.client().register("news-value", ARTICLE)).isEqualTo(1);
        assertThat(kit.pauses()).hasSize(2);
    }

    @Test
    void shouldGiveUpAfterTheLastRetry() {
        server.faults().setOutage(true);

        assertThatThrownBy(() ->
                        kit.client(settings(server.url()).retries(2).build()).register("news-value", ARTICLE))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessage("the registry gave no usable answer in 3 attempts, the last one: POST " + server.url()
                        + "/subjects/news-value/versions: status 503");
        assertThat(server.requests()).hasSize(3);
        assertThat(kit.pauses()).hasSize(2);
    }

    @Test
    void shouldServeAgainWhenAnOutageIsOver() {
        var registry = kit.client(settings(server.url()).retries(0).build());
        server.faults().setOutage(true);
        assertThatThrownBy(() -> registry.register("news-value", ARTICLE))
                .isInstanceOf(RegistryUnavailableException.class);

        server.faults().setOutage(false);

        assertThat(registry.register("news-value", ARTICLE)).isEqualTo(1);
    }

    @Test
    void shouldServeFromTheCacheDuringAnOutage() {
        var registry = kit.client();
        int id = registry.register("news-value", ARTICLE);
        server.faults().setOutage(true);

        assertThat(registry.schema(id)).isEqualTo(ARTICLE);
        assertThat(registry.register("news-value", ARTICLE)).isEqualTo(id);
    }

    @Test
    void shouldSayThatNobodyListens() {
        server.close();

        assertThatThrownBy(() ->
                        kit.client(settings(server.url()).retries(1).build()).schema(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageStartingWith(
                        "the registry gave no usable answer in 2 attempts, the last one: GET " + server.url());
    }

    @Test
    void shouldNotWaitLongerThanTheTimeout() {
        server.faults().setLatency(Duration.ofMinutes(1));

        assertThatThrownBy(() -> kit.client(settings(server.url())
                                .timeout(Duration.ofMillis(200))
                                .retries(1)
                                .build())
                        .schema(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageEndingWith("no answer within 200 ms");
    }

    @Test
    void shouldNotWaitForTheRestOfAnAnswerLongerThanTheTimeout() {
        server.faults().stallNext(1);

        assertThatThrownBy(() -> kit.client(settings(server.url())
                                .timeout(Duration.ofMillis(300))
                                .retries(0)
                                .build())
                        .schema(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageEndingWith("no answer within 300 ms");
    }

    @Test
    void shouldStopWaitingWhenInterrupted() {
        server.faults().setOutage(true);
        var registry = new SchemaRegistry(
                settings(server.url()).build(),
                pause -> {
                    throw new InterruptedException();
                },
                new Random(11),
                kit.ticker());

        assertThatThrownBy(() -> registry.schema(1))
                .isInstanceOf(RegistryUnavailableException.class)
                .hasMessageContaining("interrupted");
        assertThat(Thread.interrupted()).isTrue();
        assertThat(server.requests()).hasSize(1);
    }
}
