package io.lingoduct.registry;

import static io.lingoduct.registry.RegistrySettingsBuilder.settings;
import static io.lingoduct.registry.TestSchemas.ARTICLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TlsSettingsTest {

    private static final String PASSWORD = "s3cretword";

    @TempDir
    private static Path folder;

    // One key serves the registry and its client; the other store holds no more than the certificate of it.
    private static Path keystore;
    private static Path truststore;

    @BeforeAll
    static void makeStores() throws Exception {
        keystore = folder.resolve("key.p12");
        truststore = folder.resolve("trust.p12");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(tool, "-genkeypair", "-keystore", keystore.toString(), "-storetype", "PKCS12")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile());
        made.command().addAll(List.of("-storepass", PASSWORD, "-alias", "registry", "-keyalg", "EC"));
        made.command().addAll(List.of("-dname", "CN=localhost", "-ext", "SAN=dns:localhost"));
        assertThat(made.start().waitFor()).isZero();

        var certificate =
                KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray()).getCertificate("registry");
        var trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry("registry", certificate);
        try (var out = Files.newOutputStream(truststore)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
    }

    private static TlsSettings trusting() {
        return new TlsSettings(truststore, PASSWORD, null, null);
    }

    private static TlsSettings trustingAndKnown() {
        return new TlsSettings(truststore, PASSWORD, keystore, PASSWORD);
    }

    private static RegistryServer server(boolean asksForCertificates) throws IOException {
        SSLContext context = trustingAndKnown().context();
        return RegistryServer.start(new HttpsConfigurator(context) {
            @Override
            public void configure(HttpsParameters parameters) {
                var ssl = context.getDefaultSSLParameters();
                ssl.setNeedClientAuth(asksForCertificates);
                parameters.setSSLParameters(ssl);
            }
        });
    }

    private static SchemaRegistry client(RegistryServer server, TlsSettings tls) {
        return new SchemaRegistry(settings(server.url()).retries(0).tls(tls).build());
    }

    @Test
    void shouldTrustTheCertificateInTheTruststore() throws IOException {
        try (var server = server(false)) {
            assertThat(client(server, trusting()).register("news-value", ARTICLE))
                    .isEqualTo(1);
        }
    }

    @Test
    void shouldNotTrustAnUnknownCertificate() throws IOException {
        try (var server = server(false)) {
            assertThatThrownBy(() -> client(server, TlsSettings.PLATFORM).register("news-value", ARTICLE))
                    .isInstanceOf(RegistryUnavailableException.class)
                    .hasMessageContaining("unable to find valid certification path");
            assertThat(server.requests()).isEmpty();
        }
    }

    @Test
    void shouldShowTheCertificateInTheKeystore() throws IOException {
        try (var server = server(true)) {
            assertThat(client(server, trustingAndKnown()).register("news-value", ARTICLE))
                    .isEqualTo(1);
            assertThatThrownBy(() -> client(server, trusting()).register("news-value", ARTICLE))
                    .isInstanceOf(RegistryUnavailableException.class);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void shouldSayWhichStoreCannotBeUsed() throws Exception {
        var damaged = Files.writeString(folder.resolve("damaged.p12"), "no store");

        refuses(new TlsSettings(folder.resolve("absent.p12"), null, null, null), "absent.p12 is no file");
        refuses(new TlsSettings(damaged, PASSWORD, null, null), "truststore " + damaged + " cannot be opened");
        refuses(new TlsSettings(truststore, "wr0ng", null, null), "truststore " + truststore + " cannot be opened");
        refuses(new TlsSettings(truststore, null, null, null), "is its password missing?");
        refuses(new TlsSettings(null, null, keystore, "wr0ng"), "keystore " + keystore + " cannot be opened");
        refuses(new TlsSettings(null, null, withKeyPassword("0ther"), PASSWORD), "the key in the registry's keystore");
    }

    private static Path withKeyPassword(String keyPassword) throws Exception {
        var store = KeyStore.getInstance(keystore.toFile(), PASSWORD.toCharArray());
        var key = store.getKey("registry", PASSWORD.toCharArray());
        store.setKeyEntry("registry", key, keyPassword.toCharArray(), store.getCertificateChain("registry"));
        var file = folder.resolve("other.p12");
        try (var out = Files.newOutputStream(file)) {
            store.store(out, PASSWORD.toCharArray());
        }
        return file;
    }

    private static void refuses(TlsSettings tls, String reason) {
        assertThatThrownBy(tls::context)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(reason)
                .hasMessageNotContaining(PASSWORD)
                .hasMessageNotContaining("wr0ng");
    }
}
