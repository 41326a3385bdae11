package io.lingoduct.registry;

import java.net.URI;
import java.time.Duration;

/** Settings of a registry that differ from the defaults in what a test is about. */
public final class RegistrySettingsBuilder {

    private final URI url;
    private String username;
    private String password;
    private String bearerToken;
    private boolean autoRegister;
    private SubjectNaming naming;
    private Duration timeout;
    private int retries;
    private TlsSettings tls;

    private RegistrySettingsBuilder(RegistrySettings defaults) {
        url = defaults.url();
        autoRegister = defaults.autoRegister();
        naming = defaults.naming();
        timeout = defaults.timeout();
        retries = defaults.retries();
        tls = defaults.tls();
    }

    public static RegistrySettingsBuilder settings(URI url) {
        return new RegistrySettingsBuilder(RegistrySettings.of(url));
    }

    public RegistrySettingsBuilder basicAuth(String newUsername, String newPassword) {
        username = newUsername;
        password = newPassword;
        return this;
    }

    public RegistrySettingsBuilder bearerToken(String newToken) {
        bearerToken = newToken;
        return this;
    }

    public RegistrySettingsBuilder autoRegister(boolean on) {
        autoRegister = on;
        return this;
    }

    public RegistrySettingsBuilder naming(SubjectNaming newNaming) {
        naming = newNaming;
        return this;
    }

    public RegistrySettingsBuilder timeout(Duration newTimeout) {
        timeout = newTimeout;
        return this;
    }

    public RegistrySettingsBuilder retries(int newRetries) {
        retries = newRetries;
        return this;
    }

    public RegistrySettingsBuilder tls(TlsSettings newTls) {
        tls = newTls;
        return this;
    }

    public RegistrySettings build() {
        return new RegistrySettings(url, username, password, bearerToken, autoRegister, naming, timeout, retries, tls);
    }
}
