package io.lingoduct.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The configuration beside the containers. */
class ComposeConfigTest {

    private static final Path FOLDER = Path.of("..", "docker");

    @Test
    void shouldBeReadWithoutFaultsAndNameTheTopicsThatAreCreated() throws IOException {
        var config = ServeConfig.read(FOLDER.resolve("lingoduct.yaml"));
        var compose = Files.readString(FOLDER.resolve("compose.yaml"));

        assertThat(config.routes()).allSatisfy(route -> assertThat(route.from())
                .allSatisfy(topic -> assertThat(compose).contains(" " + topic + " ")));
        assertThat(compose).contains(config.deadLetters() + ";").contains(config.bootstrapServers());
    }
}
