package io.lingoduct.registry;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Certificates to trust and to show when connecting over TLS. Stores are files of type PKCS12 or JKS, which is found out when
 * they are read. A store that is null is left to the platform: its trusted authorities, no certificate of our own.
 *
 * @param truststore certificates of the authorities, or of the server itself, to trust; may be null
 * @param truststorePassword may be null, for a store without one
 * @param keystore our private key and certificate, for registries that ask for one; may be null
 * @param keystorePassword of the store and of the key in it; may be null, for a store without one
 */
public record TlsSettings(Path truststore, String truststorePassword, Path keystore, String keystorePassword) {

    /** All left to the platform. */
    public static final TlsSettings PLATFORM = new TlsSettings(null, null, null, null);

    /**
     * Reads the stores.
     *
     * @throws IllegalArgumentException naming the store that is absent, damaged or locked with another password
     */
    SSLContext context() {
        try {
            if (truststore == null && keystore == null) {
                return SSLContext.getDefault();
            }
            var context = SSLContext.getInstance("TLS");
            context.init(keyManagers(), trustManagers(), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("TLS to the registry cannot be set up: " + e.getMessage(), e);
        }
    }

    private KeyManager[] keyManagers() throws GeneralSecurityException {
        if (keystore == null) {
            return null;
        }
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        try {
            factory.init(open("keystore", keystore, keystorePassword), characters(keystorePassword));
        } catch (UnrecoverableKeyException e) {
            throw new IllegalArgumentException(
                    "the key in the registry's keystore " + keystore + " has another password than the one given", e);
        }
        return factory.getKeyManagers();
    }

    private TrustManager[] trustManagers() throws GeneralSecurityException {
        if (truststore == null) {
            return null;
        }
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        var store = open("truststore", truststore, truststorePassword);
        // Without its password a PKCS12 store opens, and shows nothing.
        if (store.size() == 0) {
            throw new IllegalArgumentException(
                    "the registry's truststore " + truststore + " shows no certificate; is its password missing?");
        }
        factory.init(store);
        return factory.getTrustManagers();
    }

    private static KeyStore open(String name, Path file, String password) throws GeneralSecurityException {
        if (!Files.isRegularFile(file)) {
            throw new IllegalArgumentException("the registry's " + name + " " + file + " is no file");
        }
        try {
            return KeyStore.getInstance(file.toFile(), characters(password));
        } catch (IOException | GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the registry's " + name + " " + file
                            + " cannot be opened: not PKCS12 or JKS, damaged, or locked with"
                            + " another password than the one given",
                    e);
        }
    }

    private static char[] characters(String password) {
        return password == null ? null : password.toCharArray();
    }

    /** Passwords are masked. */
    @Override
    public String toString() {
        return "TlsSettings[truststore=" + truststore + ", truststorePassword=" + Masked.secret(truststorePassword)
                + ", keystore=" + keystore + ", keystorePassword=" + Masked.secret(keystorePassword) + "]";
    }
}
