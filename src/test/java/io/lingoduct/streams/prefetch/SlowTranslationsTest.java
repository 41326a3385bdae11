package io.lingoduct.streams.prefetch;

import static io.lingoduct.streams.route.TopologyKit.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.serde.TextFormat;
import io.lingoduct.service.OutputTopic;
import io.lingoduct.streams.message.Incoming;
import io.lingoduct.streams.message.InputTopics;
import io.lingoduct.streams.message.ReadyMessage;
import io.lingoduct.streams.message.Route;
import io.lingoduct.streams.message.RouteFormat;
import io.lingoduct.streams.message.Translations;
import io.lingoduct.streams.message.UpperCaseTranslator;
import io.lingoduct.streams.route.TopologyKit;
import io.lingoduct.streams.status.Origin;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class SlowTranslationsTest {

    private final Route route = new Route(
            "route",
            InputTopics.named("in"),
            new OutputTopic("out"),
            RouteFormat.same(new TextFormat()),
            Translations.by(new UpperCaseTranslator()),
            InstantSource.fixed(TopologyKit.TIME));
    private final SlowTranslations slow = new SlowTranslations();
    private final CompletableFuture<List<ReadyMessage>> translation = new CompletableFuture<>();

    @Test
    void shouldHandOutATranslationWhetherOrNotItHasEnded() {
        slow.keep(route, new Origin("in", 1, 7), message("long"), translation);

        var found = slow.find(route, new Origin("in", 1, 7), message("long")).orElseThrow();
        assertThat(found).isNotDone();
        translation.complete(List.of());
        assertThat(found).isCompleted();
        assertThat(slow.find(route, new Origin("in", 1, 7), message("long")).orElseThrow())
                .isCompleted();
    }

    @Test
    void shouldHandItOutForItsOwnRecordOnly() {
        slow.keep(route, new Origin("in", 1, 7), message("long"), translation);

        assertThat(slow.find(route, new Origin("in", 1, 8), message("long"))).isEmpty();
        assertThat(slow.find(route, new Origin("in", 2, 7), message("long"))).isEmpty();
        assertThat(slow.find(route, new Origin("in", 1, 7), message("another"))).isEmpty();
    }

    @Test
    void shouldLeaveATranslationUnderWayThatOneOfSeveralGivesUp() {
        slow.keep(route, new Origin("in", 1, 7), message("long"), translation);
        slow.find(route, new Origin("in", 1, 7), message("long")).orElseThrow().cancel(false);

        assertThat(slow.find(route, new Origin("in", 1, 7), message("long")).orElseThrow())
                .isNotDone();
    }

    @Test
    void shouldForgetOneThatFailed() {
        slow.keep(route, new Origin("in", 1, 7), message("long"), translation);
        translation.cancel(false);

        assertThat(slow.find(route, new Origin("in", 1, 7), message("long"))).isEmpty();
    }

    @Test
    void shouldNotKeepMoreThanSomeMebibytes() {
        for (int offset = 0; offset < 100; offset++) {
            slow.keep(route, new Origin("in", 1, offset), message("x".repeat(1 << 20)), translation);
        }

        int kept = 0;
        for (int offset = 0; offset < 100; offset++) {
            kept += slow.find(route, new Origin("in", 1, offset), message("x".repeat(1 << 20)))
                            .isPresent()
                    ? 1
                    : 0;
        }
        assertThat(kept).isBetween(1, 16);
    }

    private static Incoming message(String text) {
        return new Incoming("in", bytes(text), new RecordHeaders());
    }
}
