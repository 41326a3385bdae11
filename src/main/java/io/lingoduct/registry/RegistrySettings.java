package io.lingoduct.registry;

import java.net.URI;
import java.time.Duration;
import java.util.Objects;

/**
 * Where a schema registry is and how to deal with it. Start at {@link #of} and change what should be different.
 *
 * @param url root of the Confluent REST API, http or https; without user, query and fragment
 * @param username for basic authentication; null without
 * @param password for basic authentication; null without
 * @param bearerToken sent instead of user and password; null without
 * @param autoRegister whether schemas of outputs are registered; else they must be in the registry already
 * @param naming under which subjects they are registered or looked up
 * @param timeout for each attempt: to connect, and for the whole answer
 * @param retries how many times a request is repeated that failed for a reason that may pass; 0 never repeats
 * @param tls for https
 */
public record RegistrySettings(
        URI url,
        String username,
        String password,
        String bearerToken,
        boolean autoRegister,
        SubjectNaming naming,
        Duration timeout,
        int retries,
        TlsSettings tls) {

    /** With {@link #DEFAULT_RETRIES}, an outage is reported within half a minute: sooner than a transaction times out. */
    public static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(5);

    public static final int DEFAULT_RETRIES = 4;

    private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(10);

    /** @throws IllegalArgumentException naming the setting that cannot be; no secret is quoted */
    public RegistrySettings {
        requireUrl(url);
        requireCredentials(username, password, bearerToken);
        Objects.requireNonNull(naming, "naming");
        Objects.requireNonNull(tls, "tls");
        if (timeout.compareTo(Duration.ofMillis(1)) < 0 || timeout.compareTo(LONGEST_TIMEOUT) > 0) {
            throw new IllegalArgumentException(
                    "the registry's timeout must be from 1 ms to 10 minutes, not " + timeout.toMillis() + " ms");
        }
        if (retries < 0) {
            throw new IllegalArgumentException("the registry's retries must be at least 0, not " + retries);
        }
    }

    /** No authentication, registering on, subjects named by topic, the platform's TLS. */
    public static RegistrySettings of(URI url) {
        return new RegistrySettings(
                url,
                null,
                null,
                null,
                true,
                SubjectNaming.TOPIC,
                DEFAULT_TIMEOUT,
                DEFAULT_RETRIES,
                TlsSettings.PLATFORM);
    }

    public RegistrySettings withBasicAuth(String newUsername, String newPassword) {
        return new RegistrySettings(url, newUsername, newPassword, null, autoRegister, naming, timeout, retries, tls);
    }

    public RegistrySettings withBearerToken(String newToken) {
        return new RegistrySettings(url, null, null, newToken, autoRegister, naming, timeout, retries, tls);
    }

    public RegistrySettings withAutoRegister(boolean on) {
        return new RegistrySettings(url, username, password, bearerToken, on, naming, timeout, retries, tls);
    }

    public RegistrySettings withNaming(SubjectNaming newNaming) {
        return new RegistrySettings(
                url, username, password, bearerToken, autoRegister, newNaming, timeout, retries, tls);
    }

    public RegistrySettings withTimeout(Duration newTimeout) {
        return new RegistrySettings(
                url, username, password, bearerToken, autoRegister, naming, newTimeout, retries, tls);
    }

    public RegistrySettings withRetries(int newRetries) {
        return new RegistrySettings(
                url, username, password, bearerToken, autoRegister, naming, timeout, newRetries, tls);
    }

    public RegistrySettings withTls(TlsSettings newTls) {
        return new RegistrySettings(
                url, username, password, bearerToken, autoRegister, naming, timeout, retries, newTls);
    }

    private static void requireUrl(URI url) {
        // Not quoted as long as it may hold a password.
        if (url.getRawUserInfo() != null || url.getRawQuery() != null || url.getRawFragment() != null) {
            throw new IllegalArgumentException(
                    "the registry's url must have no user, query or fragment; credentials have settings of their own");
        }
        boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
        if (!http || url.getHost() == null) {
            throw new IllegalArgumentException(
                    "the registry's url must be http://HOST:PORT or https://HOST:PORT, with a path or without");
        }
    }

    private static void requireCredentials(String username, String password, String bearerToken) {
        if ((username == null) != (password == null)) {
            throw new IllegalArgumentException("the registry's username and password must be set both or neither");
        }
        if (username != null && bearerToken != null) {
            throw new IllegalArgumentException("the registry's username and bearer token must not be set both");
        }
        if (username != null && username.indexOf(':') >= 0) {
            throw new IllegalArgumentException("the registry's username must have no colon");
        }
        if (bearerToken != null && !bearerToken.matches("[!-~]+")) {
            throw new IllegalArgumentException(
                    "the registry's bearer token must be of visible ASCII characters; is there a line break at its end?");
        }
    }

    /** Secrets are masked. */
    @Override
    public String toString() {
        return "RegistrySettings[url=" + url + ", username=" + username + ", password=" + Masked.secret(password)
                + ", bearerToken=" + Masked.secret(bearerToken) + ", autoRegister=" + autoRegister + ", naming="
                + naming
                + ", timeout=" + timeout + ", retries=" + retries + ", tls=" + tls + "]";
    }
}
