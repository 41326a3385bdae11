package io.lingoduct.service;

import io.lingoduct.config.Key;
import io.lingoduct.config.Secrets;
import io.lingoduct.config.Section;
import io.lingoduct.config.Settings;
import java.util.List;

/**
 * Care for a service while it runs: the watch over its models, and its admin server.
 *
 * @param modelWatchSeconds how often to look for new bundles in the models' folders; 0 never looks
 * @param adminPort where the admin server listens; null starts none
 * @param adminAddress the address of this machine that it listens on
 * @param adminToken what administrators have to show; null where they have to be on this machine instead
 * @param adminHosts names by which clients may call the admin server, beside addresses, {@code localhost} and the name in
 *     {@code adminAddress}
 * @param stalledAfterSeconds how long a route may have work and commit nothing before the service is not ready
 */
public record OperationsConfig(
        int modelWatchSeconds,
        Integer adminPort,
        String adminAddress,
        String adminToken,
        List<String> adminHosts,
        int stalledAfterSeconds) {

    private static final String LEGAL_TOKEN = "[!-~]{16,1000}";
    private static final String LEGAL_HOST = "[A-Za-z0-9._-]{1,255}";

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
                    "Port of the admin server: probes for anybody, status, models and routes for administrators.")
            .orElseFrom("no admin server");
    static final Key<String> ADMIN_ADDRESS = Key.string(
                    "admin-address", "Address of this machine that the admin server listens on.")
            .orElse("127.0.0.1");
    static final Key<String> ADMIN_TOKEN = Key.string(
                    "admin-token",
                    "Token that administrators show as Authorization: Bearer; without one, only this machine is served.")
            .orElseFrom("none")
            .where(
                    token -> token.matches(LEGAL_TOKEN),
                    "expected 16 to 1,000 visible characters of ASCII, without blanks");
    static final Key<List<String>> ADMIN_HOSTS = Key.strings(
                    "admin-hosts",
                    "Names by which clients may call the admin server, beside addresses, localhost and admin-address.")
            .orElseFrom("none")
            .where(
                    hosts -> hosts.stream().allMatch(host -> host.matches(LEGAL_HOST)),
                    "expected names of machines only, without http:// and without a port");
    static final Key<Integer> STALLED_AFTER_SECONDS = Key.integer(
                    "stalled-after-seconds",
                    1,
                    86_400,
                    "How long a route may have work and commit nothing before the service says that it is not ready.")
            .orElse(60);
    static final Settings<OperationsConfig> SETTINGS = Settings.<OperationsConfig>none()
            .and(MODEL_WATCH_SECONDS, OperationsConfig::modelWatchSeconds)
            .and(ADMIN_PORT, OperationsConfig::adminPort)
            .and(ADMIN_ADDRESS, OperationsConfig::adminAddress)
            .and(ADMIN_TOKEN, OperationsConfig::adminToken)
            .and(ADMIN_HOSTS, OperationsConfig::adminHosts)
            .and(STALLED_AFTER_SECONDS, OperationsConfig::stalledAfterSeconds);

    /** Neither looks for new bundles nor starts an admin server. */
    public static final OperationsConfig NONE = new OperationsConfig(0, null, "127.0.0.1");

    public OperationsConfig {
        adminHosts = List.copyOf(adminHosts);
    }

    /** An admin server, if any, without a token and without further names. */
    public OperationsConfig(int modelWatchSeconds, Integer adminPort, String adminAddress) {
        this(modelWatchSeconds, adminPort, adminAddress, null, List.of(), 60);
    }

    static OperationsConfig read(Section root) {
        return new OperationsConfig(
                root.get(MODEL_WATCH_SECONDS),
                root.find(ADMIN_PORT).orElse(null),
                root.get(ADMIN_ADDRESS),
                root.find(ADMIN_TOKEN).orElse(null),
                root.find(ADMIN_HOSTS).orElse(List.of()),
                root.get(STALLED_AFTER_SECONDS));
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "OperationsConfig[modelWatchSeconds=" + modelWatchSeconds + ", adminPort=" + adminPort
                + ", adminAddress=" + adminAddress + ", adminToken=" + (adminToken == null ? null : Secrets.MASK)
                + ", adminHosts=" + adminHosts + ", stalledAfterSeconds=" + stalledAfterSeconds + "]";
    }
}
