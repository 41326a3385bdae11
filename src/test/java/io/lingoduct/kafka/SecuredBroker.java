package io.lingoduct.kafka;

import io.lingoduct.demo.EmbeddedBroker;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;

/**
 * A broker of whose clients something is expected: a login with the mechanism PLAIN (users {@link #ADMIN}, who may do
 * everything, and {@link #SERVICE}, whose password is its name and who may do what ACLs allow), or TLS, or both.
 */
public final class SecuredBroker implements AutoCloseable {

    public static final String ADMIN = "admin";
    public static final String SERVICE = "service";

    private static final String LOGIN_MODULE = "org.apache.kafka.common.security.plain.PlainLoginModule required";

    private final EmbeddedBroker broker;
    private final String protocol;
    private final TestKeystore keystore;

    private SecuredBroker(EmbeddedBroker broker, String protocol, TestKeystore keystore) {
        this.broker = broker;
        this.protocol = protocol;
        this.keystore = keystore;
    }

    /** A login, and an authorizer that forbids whatever no ACL allows. */
    public static SecuredBroker withLogins(Path folder) {
        var settings = logins();
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:" + ADMIN + ";User:ANONYMOUS");
        return start("SASL_PLAINTEXT", folder, settings, null);
    }

    static SecuredBroker withTls(Path folder) throws IOException, InterruptedException {
        var keystore = TestKeystore.create(Files.createDirectories(folder));
        return start("SSL", folder, tls(keystore), keystore);
    }

    static SecuredBroker withLoginsOverTls(Path folder) throws IOException, InterruptedException {
        var keystore = TestKeystore.create(Files.createDirectories(folder));
        var settings = logins();
        settings.putAll(tls(keystore));
        return start("SASL_SSL", folder, settings, keystore);
    }

    private static SecuredBroker start(
            String protocol, Path folder, Map<String, String> settings, TestKeystore keystore) {
        settings.put("listener.security.protocol.map", "CLIENT:" + protocol + ",CONTROLLER:PLAINTEXT");
        return new SecuredBroker(EmbeddedBroker.start(0, folder.resolve("data"), settings), protocol, keystore);
    }

    private static Map<String, String> logins() {
        var settings = new HashMap<String, String>();
        settings.put("sasl.enabled.mechanisms", "PLAIN");
        settings.put("sasl.mechanism.inter.broker.protocol", "PLAIN");
        settings.put(
                "listener.name.client.plain.sasl.jaas.config",
                LOGIN_MODULE + " username=\"admin\" password=\"admin\" user_admin=\"admin\" user_service=\"service\";");
        return settings;
    }

    private static Map<String, String> tls(TestKeystore keystore) {
        var settings = new HashMap<String, String>();
        settings.put("ssl.keystore.location", keystore.file().toString());
        settings.put("ssl.keystore.password", TestKeystore.PASSWORD);
        settings.put("ssl.truststore.location", keystore.file().toString());
        settings.put("ssl.truststore.password", TestKeystore.PASSWORD);
        return settings;
    }

    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** What a client needs to be let in as a user. */
    public Map<String, String> settings(String user) {
        var settings = new HashMap<String, String>();
        settings.put("bootstrap.servers", bootstrapServers());
        settings.put("security.protocol", protocol);
        if (protocol.startsWith("SASL")) {
            settings.put("sasl.mechanism", "PLAIN");
            settings.put("sasl.jaas.config", LOGIN_MODULE + " username=\"%1$s\" password=\"%1$s\";".formatted(user));
        }
        if (keystore != null) {
            settings.put("ssl.truststore.location", keystore.file().toString());
            settings.put("ssl.truststore.password", TestKeystore.PASSWORD);
        }
        return settings;
    }

    public Admin admin(String user) {
        return Admin.create(new HashMap<>(settings(user)));
    }

    @Override
    public void close() {
        broker.close();
    }
}
