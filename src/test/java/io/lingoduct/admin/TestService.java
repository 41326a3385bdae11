package io.lingoduct.admin;

import io.lingoduct.serving.ServedModel;
import io.lingoduct.streams.status.RouteFailure;
import io.lingoduct.streams.status.RouteState;
import io.lingoduct.streams.status.RouteStatus;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.CopyOnWriteArrayList;

/** A service that is whatever a test wants it to be. */
final class TestService implements AdminService {

    static final Instant STARTED = Instant.parse("2026-03-01T10:00:00Z");
    static final AdminSettings SETTINGS = settings(null, List.of());

    final List<RouteStatus> routes = new CopyOnWriteArrayList<>();
    volatile List<ServedModel> models = List.of();
    volatile ServicePhase phase = ServicePhase.SERVING;
    volatile Runnable onPause = () -> {};

    static AdminSettings settings(String token, List<String> hosts) {
        return new AdminSettings(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), token, hosts);
    }

    /** What the server knows, with stalls after 60 s, two hours after the start. */
    AdminRequests requests() {
        var clock = Clock.fixed(STARTED.plus(Duration.ofHours(2)), ZoneOffset.UTC);
        return new AdminRequests(this, new Readiness(Duration.ofSeconds(60)), clock);
    }

    static RouteStatus route(String name, RouteState state) {
        return new RouteStatus(name, state, Optional.empty(), OptionalLong.empty(), Optional.empty(), 0, Duration.ZERO);
    }

    static RouteStatus stalled(String name, RouteState state, Duration withoutProgress) {
        return new RouteStatus(
                name, state, Optional.empty(), OptionalLong.empty(), Optional.empty(), 0, withoutProgress);
    }

    static RouteStatus failing(String name, RouteState state, String reason) {
        return new RouteStatus(
                name,
                state,
                Optional.of(STARTED.plusSeconds(60)),
                OptionalLong.of(12),
                Optional.of(new RouteFailure(STARTED.plusSeconds(90), "reviews.de", 3, 4711, reason)),
                5,
                Duration.ofMillis(7_900));
    }

    @Override
    public String version() {
        return "1.2.3";
    }

    @Override
    public Instant startedAt() {
        return STARTED;
    }

    @Override
    public ServicePhase phase() {
        return phase;
    }

    @Override
    public synchronized List<RouteStatus> routes() {
        return List.copyOf(routes);
    }

    @Override
    public boolean pause(String route) {
        onPause.run();
        return change(route, RouteState.PAUSED);
    }

    @Override
    public boolean resume(String route) {
        return change(route, RouteState.RUNNING);
    }

    @Override
    public List<ServedModel> models() {
        return models;
    }

    private synchronized boolean change(String route, RouteState to) {
        boolean known = routes.removeIf(status -> status.name().equals(route));
        if (known) {
            routes.add(route(route, to));
        }
        return known;
    }
}
