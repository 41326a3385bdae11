package io.lingoduct.service;

import io.lingoduct.config.Key;
import io.lingoduct.config.Secrets;
import io.lingoduct.config.Section;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;

/**
 * A schema registry that speaks Confluent's REST API.
 *
 * @param url where it answers, http or https
 * @param username for basic authentication; null for none
 * @param password null for none
 * @param bearerToken sent instead of name and password; null for none
 * @param autoRegister whether schemas of outputs are registered where they are missing
 * @param timeoutMs longest wait for an answer, in milliseconds
 * @param retries attempts after the first
 * @param truststore certificates to trust; null for those of the Java installation
 * @param truststorePassword null for none
 * @param keystore the client's own certificate; null for none
 * @param keystorePassword null for none
 */
public record RegistryConfig(
        URI url,
        String username,
        String password,
        String bearerToken,
        boolean autoRegister,
        SubjectNaming subjectNaming,
        int timeoutMs,
        int retries,
        Path truststore,
        String truststorePassword,
        Path keystore,
        String keystorePassword) {

    static final Key<String> URL = Key.string("url", "Address of the schema registry, http or https.");
    static final Key<String> USERNAME =
            Key.string("username", "Name for basic authentication.").orElseFrom("none");
    static final Key<String> PASSWORD =
            Key.string("password", "Password that belongs to username.").orElseFrom("none");
    static final Key<String> BEARER_TOKEN = Key.string("bearer-token", "Token sent instead of a name and password.")
            .orElseFrom("none");
    static final Key<Boolean> AUTO_REGISTER = Key.bool(
                    "auto-register", "Whether schemas of the output topics are registered where they are missing.")
            .orElse(true);
    static final Key<SubjectNaming> SUBJECT_NAMING = Key.choice(
                    "subject-naming", SubjectNaming.class, "Subject of a schema, as Confluent's strategies name it.")
            .orElse(SubjectNaming.TOPIC);
    static final Key<Integer> TIMEOUT_MS = Key.integer(
                    "timeout-ms", 1, 600_000, "Longest wait for an answer, in milliseconds.")
            .orElse(5_000);
    static final Key<Integer> RETRIES = Key.integer(
                    "retries", 0, 1_000, "Attempts after the first, each after a longer pause.")
            .orElse(4);
    static final Key<Path> TRUSTSTORE = Key.path("truststore", "File of the certificates to trust, PKCS12 or JKS.")
            .orElseFrom("that of the Java installation");
    static final Key<String> TRUSTSTORE_PASSWORD =
            Key.string("truststore-password", "Password of the truststore.").orElseFrom("none");
    static final Key<Path> KEYSTORE = Key.path("keystore", "File of the client's own certificate, PKCS12 or JKS.")
            .orElseFrom("none");
    static final Key<String> KEYSTORE_PASSWORD =
            Key.string("keystore-password", "Password of the keystore.").orElseFrom("none");
    static final List<Key<?>> KEYS = List.of(
            URL,
            USERNAME,
            PASSWORD,
            BEARER_TOKEN,
            AUTO_REGISTER,
            SUBJECT_NAMING,
            TIMEOUT_MS,
            RETRIES,
            TRUSTSTORE,
            TRUSTSTORE_PASSWORD,
            KEYSTORE,
            KEYSTORE_PASSWORD);

    static RegistryConfig read(Section section) {
        checkTogether(section, USERNAME, PASSWORD);
        checkTogether(section, PASSWORD, USERNAME);
        checkTogether(section, TRUSTSTORE_PASSWORD, TRUSTSTORE);
        checkTogether(section, KEYSTORE_PASSWORD, KEYSTORE);
        if (section.has(BEARER_TOKEN.name()) && section.has(USERNAME.name())) {
            section.fault(BEARER_TOKEN.name(), "cannot stand beside username and password");
        }
        return new RegistryConfig(
                url(section, section.get(URL)),
                section.find(USERNAME).orElse(null),
                section.find(PASSWORD).orElse(null),
                section.find(BEARER_TOKEN).orElse(null),
                section.get(AUTO_REGISTER),
                section.get(SUBJECT_NAMING),
                section.get(TIMEOUT_MS),
                section.get(RETRIES),
                section.find(TRUSTSTORE).orElse(null),
                section.find(TRUSTSTORE_PASSWORD).orElse(null),
                section.find(KEYSTORE).orElse(null),
                section.find(KEYSTORE_PASSWORD).orElse(null));
    }

    /** Without secrets. */
    @Override
    public String toString() {
        return "RegistryConfig[url=" + Secrets.maskWithin(url.toString()) + ", username=" + username + ", password="
                + masked(password)
                + ", bearerToken=" + masked(bearerToken) + ", autoRegister=" + autoRegister + ", subjectNaming="
                + subjectNaming + ", timeoutMs=" + timeoutMs + ", retries=" + retries + ", truststore=" + truststore
                + ", truststorePassword=" + masked(truststorePassword) + ", keystore=" + keystore
                + ", keystorePassword=" + masked(keystorePassword) + "]";
    }

    private static String masked(String secret) {
        return secret == null ? null : Secrets.MASK;
    }

    private static void checkTogether(Section section, Key<?> key, Key<?> other) {
        if (section.has(key.name()) && !section.has(other.name())) {
            section.fault(key.name(), "stands here without " + other.name());
        }
    }

    private static URI url(Section section, String text) {
        if (text.isEmpty()) {
            return URI.create("");
        }
        try {
            var url = new URI(text);
            if (url.getUserInfo() != null) {
                section.secretFault(URL.name(), "holds a user name: use the keys username and password");
            } else if (url.getHost() == null || !List.of("http", "https").contains(url.getScheme())) {
                section.fault(URL.name(), "not an address that begins with http:// or https://");
            }
            return url;
        } catch (URISyntaxException e) {
            section.secretFault(URL.name(), "not a URL");
            return URI.create("");
        }
    }
}
