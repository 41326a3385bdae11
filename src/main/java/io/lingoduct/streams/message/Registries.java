package io.lingoduct.streams.message;

import io.lingoduct.registry.RegistrySettings;
import io.lingoduct.registry.SchemaRegistry;
import io.lingoduct.registry.SubjectNaming;
import io.lingoduct.registry.TlsSettings;
import io.lingoduct.service.RegistryConfig;
import java.time.Duration;

/** Makes the client of the registry that a configuration describes. */
public final class Registries {

    private Registries() {}

    /** @throws IllegalArgumentException if a store of certificates cannot be opened, or a setting is not possible */
    public static SchemaRegistry client(RegistryConfig config) {
        return new SchemaRegistry(new RegistrySettings(
                config.url(),
                config.username(),
                config.password(),
                config.bearerToken(),
                config.autoRegister(),
                SubjectNaming.valueOf(config.subjectNaming().name()),
                Duration.ofMillis(config.timeoutMs()),
                config.retries(),
                new TlsSettings(
                        config.truststore(),
                        config.truststorePassword(),
                        config.keystore(),
                        config.keystorePassword(),
                        null)));
    }
}
