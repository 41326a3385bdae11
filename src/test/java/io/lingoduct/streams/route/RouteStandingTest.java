package io.lingoduct.streams.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.streams.fault.RouteHeldException;
import io.lingoduct.streams.status.Origin;
import io.lingoduct.streams.status.RouteProgress;
import io.lingoduct.streams.status.RouteState;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RouteStandingTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T12:00:00Z"), ZoneOffset.UTC);

    private final RouteProgress progress = new RouteProgress(CLOCK);
    private final RouteStanding standing = new RouteStanding("reviews", progress, Duration.ofSeconds(15), CLOCK);

    @Test
    void shouldBeHeldUntilItRunsForTheFirstTime() {
        assertThat(state()).isEqualTo(RouteState.HELD);

        standing.goOn();
        assertThat(state()).isEqualTo(RouteState.RUNNING);
    }

    @Test
    void shouldBeHeldForTheLastReasonWithTheTopicThatIsToBlame() {
        standing.goOn();
        standing.hold(new RouteHeldException("reviews.de", "gone"), "gone: the topic reviews.de");

        assertThat(state()).isEqualTo(RouteState.HELD);
        assertThat(standing.status(-1).lastFailure()).get().satisfies(failure -> {
            assertThat(failure.topic()).isEqualTo("reviews.de");
            assertThat(failure.reason()).isEqualTo("gone: the topic reviews.de");
        });

        standing.goOn();
        assertThat(state()).isEqualTo(RouteState.RUNNING);
    }

    @Test
    void shouldStayPausedWhateverHappensUntilItIsResumed() {
        standing.goOn();
        standing.paused(true);
        standing.hold(new IllegalStateException("x"), "x");
        assertThat(state()).isEqualTo(RouteState.PAUSED);

        standing.paused(false);
        assertThat(state()).isEqualTo(RouteState.HELD);
        standing.goOn();
        assertThat(state()).isEqualTo(RouteState.RUNNING);
    }

    @Test
    void shouldStayFailedEvenIfSomebodyPausesIt() {
        standing.goOn();
        standing.fail();
        standing.paused(true);

        assertThat(state()).isEqualTo(RouteState.FAILED);
    }

    @Test
    void shouldCountWhatIsInFlightAsLag() {
        progress.processed(new Origin("in", 0, 1));
        standing.goOn();

        assertThat(standing.status(5).lag()).hasValue(6);
        assertThat(standing.status(-1).lag()).isEmpty();
    }

    private RouteState state() {
        return standing.status(-1).state();
    }
}
