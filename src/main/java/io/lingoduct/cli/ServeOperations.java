package io.lingoduct.cli;

import io.lingoduct.admin.AdminServer;
import io.lingoduct.admin.AdminService;
import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.config.OperationsConfig;
import io.lingoduct.serving.ModelWatch;
import io.lingoduct.serving.ServedModel;
import io.lingoduct.streams.RouteState;
import io.lingoduct.streams.RouteStatus;
import io.lingoduct.streams.TranslationStream;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What looks after a running service: the admin server and the watch for new bundles, where they are configured. */
final class ServeOperations implements AutoCloseable {

    private final OperationsConfig config;
    private final List<ServedModel> models;
    private final Optional<AdminServer> admin;
    private volatile TranslationStream stream;
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
        if (config.modelWatchSeconds() > 0) {
            watch = ModelWatch.start(models, Duration.ofSeconds(config.modelWatchSeconds()));
        }
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
            return AdminServer.start(address, new Answers());
        } catch (IOException e) {
            var value = config.adminAddress() + ":" + config.adminPort();
            var fault = new ConfigFault("admin-port", value, "cannot listen there: " + e.getMessage());
            throw new ConfigException("admin server", List.of(fault));
        }
    }

    private final class Answers implements AdminService {

        @Override
        public boolean isAlive() {
            return stream == null || states().noneMatch(RouteState.FAILED::equals);
        }

        @Override
        public boolean isReady() {
            return stream != null
                    && states().allMatch(state -> state == RouteState.RUNNING || state == RouteState.PAUSED);
        }

        private Stream<RouteState> states() {
            return stream.routes().stream().map(RouteStatus::state);
        }

        @Override
        public List<ServedModel> models() {
            return models;
        }
    }
}
