package io.lingoduct.config;

import java.util.List;

/**
 * How the service is looked after while it runs.
 *
 * @param modelWatchSeconds how often to look for new bundles in the models' folders; 0 never looks
 * @param adminPort where the admin server listens; null starts none
 * @param adminAddress the address of this machine that it listens on
 * @param stalledAfterSeconds how long a route may have work and commit nothing before the service is not ready
 */
public record OperationsConfig(int modelWatchSeconds, Integer adminPort, String adminAddress, int stalledAfterSeconds) {

    static final Key<Integer> MODEL_WATCH_SECONDS = Key.integer(
                    "model-watch-seconds",
                    0,
                    86_400,
                    "How often to look for a new bundle in each model's folder, in seconds; 0 never looks.")
            .orElse(5);
    static final Key<Integer> ADMIN_PORT = Key.integer(
                    "admin-port",
                    1,
                    65_535,
                    "Port of the admin server (health, models, reload); it asks for no password.")
            .orElseFrom("no admin server");
    static final Key<String> ADMIN_ADDRESS = Key.string(
                    "admin-address", "Address of this machine that the admin server listens on.")
            .orElse("127.0.0.1");
    static final Key<Integer> STALLED_AFTER_SECONDS = Key.integer(
                    "stalled-after-seconds",
                    1,
                    86_400,
                    "How long a route may have work and commit nothing before the service says that it is not ready.")
            .orElse(60);
    static final List<Key<?>> KEYS = List.of(MODEL_WATCH_SECONDS, ADMIN_PORT, ADMIN_ADDRESS, STALLED_AFTER_SECONDS);

    /** Neither looks for new bundles nor starts an admin server. */
    public static final OperationsConfig NONE = new OperationsConfig(0, null, "127.0.0.1", 60);

    static OperationsConfig read(Section root) {
        return new OperationsConfig(
                root.get(MODEL_WATCH_SECONDS),
                root.find(ADMIN_PORT).orElse(null),
                root.get(ADMIN_ADDRESS),
                root.get(STALLED_AFTER_SECONDS));
    }
}
