package io.lingoduct.training.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The configurations that the documentation names. */
class ShippedConfigsTest {

    private static List<Path> files() throws IOException {
        try (var files = Files.list(Path.of("configs"))) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void shouldHoldNoFaultAndBeNamedLikeTheirBundle(Path file) throws IOException {
        var config = RunConfigFile.read(file);

        assertThat(file.getFileName()).hasToString(config.model().name() + ".yaml");
    }
}
