package io.lingoduct.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A key and its own certificate for 127.0.0.1, in PKCS12; serves as a truststore, too. */
record TestKeystore(Path file) {

    static final String PASSWORD = "changeit";

    static TestKeystore create(Path folder) throws IOException, InterruptedException {
        var file = folder.resolve("key.p12");
        var tool = Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        var made = new ProcessBuilder(tool, "-genkeypair", "-keystore", file.toString(), "-storetype", "PKCS12")
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile());
        made.command().addAll(List.of("-storepass", PASSWORD, "-alias", "broker", "-keyalg", "EC"));
        made.command().addAll(List.of("-dname", "CN=broker", "-ext", "san=ip:127.0.0.1,dns:localhost"));
        assertThat(made.start().waitFor()).isZero();
        return new TestKeystore(file);
    }

    /** For a server with this key. */
    SSLContext server() throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
        var keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        keys.init(store, PASSWORD.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(keys.getKeyManagers(), null, null);
        return context;
    }
}
