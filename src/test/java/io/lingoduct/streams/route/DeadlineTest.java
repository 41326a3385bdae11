package io.lingoduct.streams.route;

import static io.lingoduct.streams.route.TopologyKit.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.serde.TextFormat;
import io.lingoduct.service.OutputTopic;
import io.lingoduct.streams.message.Deadline;
import io.lingoduct.streams.message.Incoming;
import io.lingoduct.streams.message.InputTopics;
import io.lingoduct.streams.message.Route;
import io.lingoduct.streams.message.RouteFormat;
import io.lingoduct.streams.message.TaggingTranslator;
import io.lingoduct.streams.message.Translations;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DeadlineTest {

    private static final String ROUTES = "[{from: in, to: out, model: en-de}]";

    @Test
    void shouldWriteADeadLetterInsteadOfLateWork() {
        try (var kit = new RoutingKit(ROUTES)) {
            kit.send("in", "late", expires(RoutingKit.NOW.minusMillis(1).toString()));

            assertThat(kit.cause())
                    .isEqualTo("ExpiredMessageException: the deadline in the header expires,"
                            + " 2026-03-01T11:59:59.999Z, has passed; it is 2026-03-01T12:00:00Z");
            assertThat(kit.models.get("en-de").asked).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1772366400000", " 1772366400001 ", "2026-03-01T12:00:00Z", "2026-03-01T13:30:00+01:00"})
    void shouldTranslateUpToTheDeadline(String deadline) {
        try (var kit = new RoutingKit(ROUTES)) {
            kit.send("in", "in time", expires(deadline));

            assertThat(kit.texts("out")).containsExactly("in time [en>de]");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1772366399999", "0", "2026-03-01T11:59:59Z", "1970-01-01T00:00:00Z"})
    void shouldReadMillisecondsAndInstants(String deadline) {
        try (var kit = new RoutingKit(ROUTES)) {
            kit.send("in", "late", expires(deadline));

            assertThat(kit.cause()).startsWith("ExpiredMessageException: ");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "-1", "1772366400000.5", "2026-03-01", "9999999999999999999"})
    void shouldWriteADeadLetterForADeadlineThatCannotBeRead(String deadline) {
        try (var kit = new RoutingKit(ROUTES)) {
            kit.send("in", "hello", expires(deadline));

            assertThat(kit.cause())
                    .isEqualTo("MalformedMessageException: the header expires is neither milliseconds since 1970 nor an"
                            + " ISO 8601 instant");
        }
    }

    @Test
    void shouldTakeAMissingValueForADeadlineThatCannotBeRead() {
        try (var kit = new RoutingKit(ROUTES)) {
            kit.send("in", "hello", new RecordHeader("expires", null));

            assertThat(kit.cause()).startsWith("MalformedMessageException: ");
        }
    }

    @Test
    void shouldHoldToTheLastOfSeveralDeadlines() {
        try (var kit = new RoutingKit(ROUTES)) {
            kit.send("in", "hello", expires("0"), expires("1772366400000"));

            assertThat(kit.texts("out")).hasSize(1);
        }
    }

    @Test
    void shouldPassATombstoneThroughWhateverItsDeadline() {
        try (var kit = new RoutingKit(ROUTES)) {
            kit.send("in", (byte[]) null, expires("0"));

            assertThat(kit.texts("out")).hasSize(1);
        }
    }

    @Test
    void shouldNotSubmitAnExpiredMessageAheadOfItsTurn() {
        var now = new AtomicReference<>(RoutingKit.NOW);
        var translator = new TaggingTranslator("en", "de");
        var route = new Route(
                "route",
                InputTopics.named("in"),
                new OutputTopic("out"),
                RouteFormat.same(new TextFormat()),
                Translations.by(translator),
                now::get);
        var headers = new RecordHeaders().add(expires(RoutingKit.NOW.toString()));

        now.set(RoutingKit.NOW.plusSeconds(1));
        CompletableFuture<?> translation = route.translate(new Incoming("in", bytes("hello"), headers));

        assertThat(translation).isCompletedExceptionally();
        assertThat(translator.asked).isEmpty();
    }

    private static Header expires(String deadline) {
        return new RecordHeader(Deadline.HEADER, deadline.getBytes(StandardCharsets.UTF_8));
    }
}
