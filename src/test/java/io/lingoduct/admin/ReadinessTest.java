package io.lingoduct.admin;

import static io.lingoduct.admin.TestService.failing;
import static io.lingoduct.admin.TestService.route;
import static io.lingoduct.admin.TestService.stalled;
import static org.assertj.core.api.Assertions.assertThat;

import io.lingoduct.streams.status.RouteFailure;
import io.lingoduct.streams.status.RouteState;
import io.lingoduct.streams.status.RouteStatus;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

class ReadinessTest {

    private final Readiness readiness = new Readiness(Duration.ofSeconds(60));

    @Test
    void shouldBeReadyWhenEveryRouteRunsOrRests() {
        var routes = List.of(route("a", RouteState.RUNNING), route("b", RouteState.PAUSED));

        assertThat(readiness.hindrances(ServicePhase.SERVING, routes)).isEmpty();
        assertThat(readiness.ends(ServicePhase.SERVING, routes)).isEmpty();
    }

    @Test
    void shouldNotBeReadyWhenOneOfManyRoutesIsHeld() {
        var routes = List.of(route("a", RouteState.RUNNING), failing("b", RouteState.HELD, "topic b.de is gone"));

        assertThat(readiness.hindrances(ServicePhase.SERVING, routes))
                .containsExactly("route b is held: topic b.de is gone");
        assertThat(readiness.ends(ServicePhase.SERVING, routes)).isEmpty();
    }

    @Test
    void shouldNeitherBeReadyNorAliveWhenOneOfManyRoutesHasFailed() {
        var routes = List.of(route("a", RouteState.RUNNING), route("b", RouteState.FAILED));

        assertThat(readiness.hindrances(ServicePhase.SERVING, routes)).containsExactly("route b has failed");
        assertThat(readiness.ends(ServicePhase.SERVING, routes)).containsExactly("route b has failed");
    }

    @Test
    void shouldNotBeReadyOnceARouteHasStoodStillForTheWholeTime() {
        var almost = List.of(stalled("a", RouteState.RUNNING, Duration.ofMillis(59_999)));
        var full = List.of(stalled("a", RouteState.RUNNING, Duration.ofSeconds(60)));

        assertThat(readiness.hindrances(ServicePhase.SERVING, almost)).isEmpty();
        assertThat(readiness.hindrances(ServicePhase.SERVING, full))
                .containsExactly("route a has made no progress for 60 s");
        assertThat(readiness.ends(ServicePhase.SERVING, full)).isEmpty();
    }

    @Test
    void shouldNotBlameAFailureThatWasOvercome() {
        var failure = new RouteFailure(Instant.ofEpochSecond(100), "a.de", 0, 7, "topic a.de is gone");
        for (long commit : new long[] {99, 101}) {
            var status = new RouteStatus(
                    "a",
                    RouteState.RUNNING,
                    Optional.of(Instant.ofEpochSecond(commit)),
                    OptionalLong.empty(),
                    Optional.of(failure),
                    1,
                    Duration.ofSeconds(75));

            assertThat(readiness.hindrances(ServicePhase.SERVING, List.of(status)))
                    .containsExactly(
                            "route a has made no progress for 75 s" + (commit < 100 ? ": topic a.de is gone" : ""));
        }
    }

    @Test
    void shouldNotMindThatAPausedRouteMakesNoProgress() {
        var routes = List.of(stalled("a", RouteState.PAUSED, Duration.ofHours(9)));

        assertThat(readiness.hindrances(ServicePhase.SERVING, routes)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "SERVING")
    void shouldNotBeReadyBeforeAndAfterServing(ServicePhase phase) {
        assertThat(readiness.hindrances(phase, List.of())).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void shouldBeAliveUnlessItHasEndedOfItsOwn(ServicePhase phase) {
        assertThat(readiness.ends(phase, List.of()).isEmpty()).isEqualTo(phase != ServicePhase.ENDED);
    }

    @Test
    void shouldNameEveryReason() {
        var routes = List.of(route("a", RouteState.HELD), route("b", RouteState.FAILED));

        assertThat(readiness.hindrances(ServicePhase.STOPPING, routes))
                .containsExactly("the service is stopping", "route a is held", "route b has failed");
    }
}
