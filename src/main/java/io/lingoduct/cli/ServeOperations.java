package io.lingoduct.cli;

import io.lingoduct.admin.AdminServer;
import io.lingoduct.admin.AdminService;
import io.lingoduct.admin.AdminSettings;
import io.lingoduct.admin.Readiness;
import io.lingoduct.admin.ServicePhase;
import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.service.OperationsConfig;
import io.lingoduct.serving.ModelWatch;
import io.lingoduct.serving.ServedModel;
import io.lingoduct.streams.status.RouteStatus;
import io.lingoduct.streams.TranslationStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What looks after a running service: the admin server and the watch for new bundles, where they are configured. */
final class ServeOperations implements AutoCloseable {

    private final OperationsConfig config;
    private final List<ServedModel> models;
    private final Optional<AdminServer> admin;
    private volatile TranslationStream stream;
    private volatile ServicePhase phase = ServicePhase.STARTING;
    private ModelWatch watch;

    /**
     * Starts the admin server, so that it can tell that the service is not ready yet.
     *
     * @throws ConfigException if it cannot listen where the configuration says
     */
    ServeOperations(OperationsConfig config, List<ServedModel> models) {
        this.config = config;
        this.models = models;
        this.admin = config.adminPort() == null ? Optional.empty() : Optional.of(listen());
    }

    /** The stream is there: starts to look for new bundles. */
    void serving(TranslationStream started) {
        stream = started;
        phase = ServicePhase.SERVING;
        if (config.modelWatchSeconds() > 0) {
            watch = ModelWatch.start(models, Duration.ofSeconds(config.modelWatchSeconds()));
        }
    }

    /** Somebody wants the service to end. */
    void stopping() {
        if (phase != ServicePhase.ENDED) {
            phase = ServicePhase.STOPPING;
        }
    }

    /** The stream has ended of its own. */
    void ended() {
        phase = ServicePhase.ENDED;
    }

    /** Where the admin server answers. */
    Optional<String> adminUrl() {
        return admin.map(server -> "http://" + config.adminAddress() + ":" + server.port());
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
        admin.ifPresent(AdminServer::close);
    }

    private AdminServer listen() {
        var address = new InetSocketAddress(config.adminAddress(), config.adminPort());
        try {
            if (address.isUnresolved()) {
                throw new IOException("the address is not known");
            }
            var settings = new AdminSettings(address, config.adminToken(), config.adminHosts());
            return AdminServer.start(
                    settings,
                    new Readiness(Duration.ofSeconds(config.stalledAfterSeconds())),
                    new Answers(Version.packagedVersion()));
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
            return stream == null ? List.of() : stream.routes();
        }

        @Override
        public boolean pause(String route) {
            return stream != null && stream.pause(route);
        }

        @Override
        public boolean resume(String route) {
            return stream != null && stream.resume(route);
        }

        @Override
        public List<ServedModel> models() {
            return models;
        }
    }
}
