package io.lingoduct.admin;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.lingoduct.observe.Printable;
import io.lingoduct.serving.ReloadOutcome.Kind;
import io.lingoduct.serving.ServedModel;
import java.net.URLDecoder;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** The requests that the admin server knows, and what each does. */
final class AdminRequests {

    private static final String NAME = "*";

    /** Kind of a request, which decides who may make it and on which thread it is worked on. */
    enum Use {
        /** Open to everybody; answered at once. */
        PROBE,
        /** For administrators. */
        ADMINISTRATION,
        /** For administrators, and takes as long as models take to load. */
        LOADING
    }

    /**
     * One request.
     *
     * @param method {@code GET} stands for {@code HEAD}, too
     * @param path segments, of which {@code *} is a name
     * @param action makes the answer; gets the name, or an empty text where the path has none
     */
    record Known(String method, String path, Use use, Function<String, Answer> action) {

        boolean takes(String asked) {
            return asked.equals(method) || (asked.equals("HEAD") && !changes());
        }

        boolean changes() {
            return !method.equals("GET");
        }

        String allowed() {
            return changes() ? method + ", OPTIONS" : method + ", HEAD, OPTIONS";
        }
    }

    /** A request and the name in its path. */
    record Found(Known known, String name) {

        Answer answer() {
            return known.action().apply(name);
        }
    }

    private final AdminService service;
    private final Readiness readiness;
    private final Clock clock;
    private final List<Known> known = List.of(
            new Known("GET", "/healthz", Use.PROBE, name -> health()),
            new Known("GET", "/readyz", Use.PROBE, name -> ready()),
            new Known("GET", "/status", Use.ADMINISTRATION, name -> status()),
            new Known("GET", "/models", Use.ADMINISTRATION, name -> models()),
            new Known("POST", "/models/reload", Use.LOADING, name -> reload()),
            new Known("POST", "/routes/*/pause", Use.ADMINISTRATION, this::pause),
            new Known("POST", "/routes/*/resume", Use.ADMINISTRATION, this::resume));

    AdminRequests(AdminService service, Readiness readiness, Clock clock) {
        this.service = service;
        this.readiness = readiness;
        this.clock = clock;
    }

    /**
     * The request that a path belongs to; empty if to none.
     *
     * @param path as sent, percent-encoded, without a query
     * @throws IllegalArgumentException if a name is not encoded as it should be
     */
    Optional<Found> find(String path) {
        for (var request : known) {
            var name = match(request.path().split("/", -1), path.split("/", -1));
            if (name.isPresent()) {
                return Optional.of(new Found(request, decode(name.get())));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> match(String[] pattern, String[] path) {
        if (pattern.length != path.length) {
            return Optional.empty();
        }
        var name = "";
        for (int i = 0; i < path.length; i++) {
            if (pattern[i].equals(NAME) && !path[i].isEmpty()) {
                name = path[i];
            } else if (!pattern[i].equals(path[i])) {
                return Optional.empty();
            }
        }
        return Optional.of(name);
    }

    // A plus is a plus in a path; the decoder is one for forms.
    private static String decode(String segment) {
        return URLDecoder.decode(segment.replace("+", "%2B"), UTF_8);
    }

    private Answer health() {
        var ends = readiness.ends(service.phase(), service.routes());
        return ends.isEmpty()
                ? Answer.ok(AdminJson.status("alive", ends))
                : Answer.of(503, AdminJson.status("failed", ends));
    }

    private Answer ready() {
        var hindrances = readiness.hindrances(service.phase(), service.routes());
        return hindrances.isEmpty()
                ? Answer.ok(AdminJson.status("ready", hindrances))
                : Answer.of(503, AdminJson.status("not ready", hindrances));
    }

    private Answer status() {
        var routes = service.routes();
        return Answer.ok(
                AdminJson.service(service, routes, readiness.hindrances(service.phase(), routes), clock.instant()));
    }

    private Answer models() {
        return Answer.ok(AdminJson.models(service.models()));
    }

    private Answer reload() {
        var outcomes = service.models().stream().map(ServedModel::reload).toList();
        boolean refused = outcomes.stream().anyMatch(outcome -> outcome.kind() == Kind.REFUSED);
        return Answer.of(refused ? 422 : 200, AdminJson.outcomes(outcomes));
    }

    private Answer pause(String route) {
        return change(route, service::pause);
    }

    private Answer resume(String route) {
        return change(route, service::resume);
    }

    private Answer change(String route, Predicate<String> change) {
        if (!change.test(route)) {
            var name = Printable.line(route, AdminLimits.QUOTED_CHARS);
            return Answer.error(404, "there is no route " + name + "; GET /status lists them");
        }
        return service.routes().stream()
                .filter(status -> status.name().equals(route))
                .findFirst()
                .map(status -> Answer.ok(AdminJson.route(status)))
                .orElseThrow(() -> new IllegalStateException("route " + route + " was changed, but has no status"));
    }
}
