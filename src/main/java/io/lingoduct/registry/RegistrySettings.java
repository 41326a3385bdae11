package io.lingoduct.registry;

import io.lingoduct.config.Key;
import io.lingoduct.config.Secrets;
import io.lingoduct.config.Section;
import io.lingoduct.config.Settings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Address of a schema registry, credentials for it and how to deal with it.
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

    private static final Key<String> URL = Key.string("url", "Address of the schema registry, http or https.");
    private static final Key<String> USERNAME =
            Key.string("username", "Name for basic authentication.").orElseFrom("none");
    private static final Key<String> PASSWORD =
            Key.string("password", "Password that belongs to username.").orElseFrom("none");
    private static final Key<String> BEARER_TOKEN = Key.string(
                    "bearer-token", "Token sent instead of a name and password.")
            .orElseFrom("none");
    private static final Key<Boolean> AUTO_REGISTER = Key.bool(
                    "auto-register", "Whether schemas of the output topics are registered where they are missing.")
            .orElse(true);
    private static final Key<SubjectNaming> SUBJECT_NAMING = Key.choice(
                    "subject-naming", SubjectNaming.class, "Subject of a schema, as Confluent's strategies name it.")
            .orElse(SubjectNaming.TOPIC);
    private static final Key<Integer> TIMEOUT_MS = Key.integer(
                    "timeout-ms", 1, (int) LONGEST_TIMEOUT.toMillis(), "Longest wait for an answer, in milliseconds.")
            .orElse((int) DEFAULT_TIMEOUT.toMillis());
    private static final Key<Integer> RETRIES = Key.integer(
                    "retries", 0, 1_000, "Attempts after the first, each after a longer pause.")
            .orElse(DEFAULT_RETRIES);
    private static final Key<Path> TRUSTSTORE = Key.path(
                    "truststore", "File of the certificates to trust, PKCS12 or JKS.")
            .orElseFrom("that of the Java installation");
    private static final Key<String> TRUSTSTORE_PASSWORD =
            Key.string("truststore-password", "Password of the truststore.").orElseFrom("none");
    private static final Key<Path> KEYSTORE = Key.path(
                    "keystore", "File of the client's own certificate, PKCS12 or JKS.")
            .orElseFrom("none");
    private static final Key<String> KEYSTORE_PASSWORD =
            Key.string("keystore-password", "Password of the keystore.").orElseFrom("none");

    /** The keys of a configuration that describe a registry. */
    public static final Settings<RegistrySettings> SETTINGS = Settings.<RegistrySettings>none()
            .and(URL, settings -> settings.url.toString())
            .and(USERNAME, RegistrySettings::username)
            .and(PASSWORD, RegistrySettings::password)
            .and(BEARER_TOKEN, RegistrySettings::bearerToken)
            .and(AUTO_REGISTER, RegistrySettings::autoRegister)
            .and(SUBJECT_NAMING, RegistrySettings::naming)
            .and(TIMEOUT_MS, settings -> (int) settings.timeout.toMillis())
            .and(RETRIES, RegistrySettings::retries)
            .and(TRUSTSTORE, settings -> settings.tls.truststore())
            .and(TRUSTSTORE_PASSWORD, settings -> settings.tls.truststorePassword())
            .and(KEYSTORE, settings -> settings.tls.keystore())
            .and(KEYSTORE_PASSWORD, settings -> settings.tls.keystorePassword());

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

    /** Reads the section of a configuration; empty where it is at fault, which is noted in it. */
    public static Optional<RegistrySettings> read(Section section) {
        requireTogether(section, USERNAME, PASSWORD);
        requireTogether(section, PASSWORD, USERNAME);
        requireTogether(section, TRUSTSTORE_PASSWORD, TRUSTSTORE);
        requireTogether(section, KEYSTORE_PASSWORD, KEYSTORE);
        if (section.has(BEARER_TOKEN.name()) && section.has(USERNAME.name())) {
            section.fault(BEARER_TOKEN.name(), "cannot stand beside username and password");
        }
        try {
            return Optional.of(new RegistrySettings(
                            url(section, section.get(URL)),
                            section.find(USERNAME).orElse(null),
                            section.find(PASSWORD).orElse(null),
                            section.find(BEARER_TOKEN).orElse(null),
                            section.get(AUTO_REGISTER),
                            section.get(SUBJECT_NAMING),
                            Duration.ofMillis(section.get(TIMEOUT_MS)),
                            section.get(RETRIES),
                            tls(section)))
                    .filter(settings -> !section.isFaulty());
        } catch (IllegalArgumentException e) {
            if (!section.isFaulty()) {
                section.fault(e.getMessage());
            }
            return Optional.empty();
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

    private static void requireTogether(Section section, Key<?> key, Key<?> other) {
        if (section.has(key.name()) && !section.has(other.name())) {
            section.fault(key.name(), "stands here without " + other.name());
        }
    }

    private static URI url(Section section, String text) {
        try {
            var url = new URI(text);
            if (url.getUserInfo() != null) {
                section.secretFault(URL.name(), "holds a user name: use the keys username and password");
            } else if (!text.isEmpty()
                    && (url.getHost() == null || !List.of("http", "https").contains(url.getScheme()))) {
                section.fault(URL.name(), "not an address that begins with http:// or https://");
            }
            return url;
        } catch (URISyntaxException e) {
            section.secretFault(URL.name(), "not a URL");
            return URI.create("");
        }
    }

    private static TlsSettings tls(Section section) {
        return new TlsSettings(
                section.find(TRUSTSTORE).orElse(null),
                section.find(TRUSTSTORE_PASSWORD).orElse(null),
                section.find(KEYSTORE).orElse(null),
                section.find(KEYSTORE_PASSWORD).orElse(null));
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
        return "RegistrySettings[url=" + Secrets.maskWithin(url.toString()) + ", username=" + username + ", password="
                + Masked.secret(password)
                + ", bearerToken=" + Masked.secret(bearerToken) + ", autoRegister=" + autoRegister + ", naming="
                + naming
                + ", timeout=" + timeout + ", retries=" + retries + ", tls=" + tls + "]";
    }
}
