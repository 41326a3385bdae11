package io.lingoduct.cli;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lingoduct.text.lines.InputFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class KafkaOptionsTest {

    @TempDir
    private Path folder;

    @Test
    void shouldRefuseAPropertyThatIsNearlyASettingOfKafka() throws IOException {
        var options = options("sasl.mecanism=PLAIN");

        assertThatThrownBy(options::settings)
                .isInstanceOf(InputFileException.class)
                .hasMessageEndingWith(
                        "client.properties: sasl.mecanism: Kafka has no such setting; sasl.mechanism is one");
    }

    @Test
    void shouldTakeSettingsOfKafkaAndOfPlugIns() throws IOException {
        assertThatCode(options("sasl.mechanism=PLAIN\nmy.callback.url=u")::settings)
                .doesNotThrowAnyException();
    }

    private KafkaOptions options(String properties) throws IOException {
        var file = Files.writeString(folder.resolve("client.properties"), properties);
        return CommandLine.populateCommand(new KafkaOptions(), "--kafka-config", file.toString());
    }
}
