package io.lingoduct.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lingoduct.config.ConfigException;
import io.lingoduct.config.ConfigFault;
import io.lingoduct.config.ConfigReader;
import io.lingoduct.config.Secrets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OperationsConfigTest {

    private static final String TOKEN = "correct-horse-battery";
    private static final String SMALLEST =
            """
            application-id: shop
            kafka: {bootstrap.servers: "broker:9092"}
            routes: [{from: reviews, to: reviews.de, model: models/en-de}]
            """;

    @Test
    void shouldReadWhoMayAskTheAdminServer() {
        var config = read(
                """
                model-watch-seconds: 30
                admin-port: 8081
                admin-address: 0.0.0.0
                admin-token: ${ENV:TOKEN}
                admin-hosts: [lingoduct.ops.svc, lingoduct]
                stalled-after-seconds: 20
                """);

        assertThat(config.operations())
                .isEqualTo(new OperationsConfig(
                        30, 8081, "0.0.0.0", TOKEN, List.of("lingoduct.ops.svc", "lingoduct"), 20));
    }

    @Test
    void shouldServeThisMachineOnlyUnlessTold() {
        assertThat(read("admin-port: 8081").operations())
                .isEqualTo(new OperationsConfig(5, 8081, "127.0.0.1", null, List.of(), 60));
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2", "a token with some blanks", "größer-als-gedacht"})
    void shouldRefuseATokenThatIsEasilyGuessedOrNotSentWithoutShowingIt(String token) {
        var failure = catchThrowableOfType(ConfigException.class, () -> read("admin-token: " + token));

        assertThat(failure.faults()).extracting(ConfigFault::key).containsExactly("admin-token");
        assertThat(failure).hasMessageContaining("16").hasMessageNotContaining(token);
    }

    @ParameterizedTest
    @ValueSource(strings = {"'http://lingoduct'", "'lingoduct:8081'", "'*'", "[a, 'b c']"})
    void shouldRefuseHostsThatAreMoreThanNames(String hosts) {
        var failure = catchThrowableOfType(ConfigException.class, () -> read("admin-hosts: " + hosts));

        assertThat(failure.faults()).extracting(ConfigFault::key).containsExactly("admin-hosts");
    }

    @Test
    void shouldNotShowTheToken() {
        var config = read("admin-port: 8081\nadmin-token: ${ENV:TOKEN}\nadmin-hosts: lingoduct");

        assertThat(config.toString()).doesNotContain(TOKEN).contains("adminHosts=[lingoduct]");
        assertThat(config.yaml())
                .doesNotContain(TOKEN)
                .contains("admin-token: '" + Secrets.MASK + "'")
                .contains("admin-hosts:\n- lingoduct");
    }

    private static ServeConfig read(String yaml) {
        return ServeConfig.read(
                ConfigReader.parse("serve.yaml", SMALLEST + yaml, Path.of(""), Map.of("TOKEN", TOKEN)::get));
    }
}
