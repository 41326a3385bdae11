package io.lingoduct.admin;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.service.OperationsConfig;
import io.lingoduct.serving.ModelWatch;
import io.lingoduct.serving.ServedModel;
import io.lingoduct.streams.status.RouteStatus;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** The two helpers of a running service, each where it is configured: the admin server and the watch for new bundles. */
public final class ServeOperations implements AutoCloseable {

    /**
     * The routes of a service.
     *
     * @param status of every route, in the order of the configuration
     * @param pause lets the route of a name rest; false if there is none
     * @param resume lets the route of a name go on; false if there is none
     */
    public record Routes(Supplier<List<RouteStatus>> status, Predicate<String> pause, Predicate<String> resume) {

        private static final Routes NONE = new Routes(List::of, route -> false, route -> false);
    }

    private final OperationsConfig config;
    private final List<ServedModel> models;
    private final Optional<AdminServer> admin;
    private volatile Routes routes = Routes.NONE;
    private volatile ServicePhase phase = ServicePhase.STARTING;
    private ModelWatch watch;

    /**
     * Starts the admin server, so that it can tell that the service is not ready yet.
     *
     * @param version of the application
     * @throws ConfigException if it cannot listen where the configuration says
     */
    public ServeOperations(OperationsConfig config, String version, List<ServedModel> models) {
        this.config = config;
        this.models = models;
        this.admin = config.adminPort() == null ? Optional.empty() : Optional.of(listen(version));
    }

    /** Begins to show the routes of the stream that has been started, and to look for new bundles. */
    public void serving(Routes started) {
        routes = started;
        phase = ServicePhase.SERVING;
        if (config.modelWatchSeconds() > 0) {
            watch = ModelWatch.start(models, Duration.ofSeconds(config.modelWatchSeconds()));
        }
    }

    /** Somebody wants the service to end. */
    public void stopping() {
        if (phase != ServicePhase.ENDED) {
            phase = ServicePhase.STOPPING;
        }
    }

    /** The stream has ended of its own. */
    public void ended() {
        phase = ServicePhase.ENDED;
    }

    /** Address at which the admin server answers. */
    public Optional<String> adminUrl() {
        return admin.map(server -> "http://" + config.adminAddress() + ":" + server.port());
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        admin.ifPresent(AdminServer::close);
    }

    private AdminServer listen(String version) {
        var address = new InetSocketAddress(config.adminAddress(), config.adminPort());
        try {
            if (address.isUnresolved()) {
                throw new IOException("the address is not known");
            }
            var settings = new AdminSettings(address, config.adminToken(), config.adminHosts());
            return AdminServer.start(
                    settings, new Readiness(Duration.ofSeconds(config.stalledAfterSeconds())), new Answers(version));
        } catch (IOException e) {
            var value = config.adminAddress() + ":" + config.adminPort();
            var fault = new ConfigFault("admin-port", value, "cannot listen there: " + e.getMessage());
            throw new ConfigException("admin server", List.of(fault));
        }
    }

    private final class Answers implements AdminService {

        private final String version;
        private final Instant startedAt = Instant.now();

        Answers(String version) {
            this.version = version;
        }

        @Override
        public String version() {
            return version;
        }

        @Override
        public Instant startedAt() {
            return startedAt;
        }

        @Override
        public ServicePhase phase() {
            return phase;
        }

        @Override
        public List<RouteStatus> routes() {
            return routes.status().get();
        }

        @Override
        public boolean pause(String route) {
            return routes.pause().test(route);
        }

        @Override
        public boolean resume(String route) {
            return routes.resume().test(route);
        }

        @Override
        public List<ServedModel> models() {
            return models;
        }
    }
}
